using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads an <c>[AskAgain]</c> against the struct whose answer grows.</summary>
public sealed class AskAgainReader(IMethodSymbol method, ParameterReader parameters, BindingReader bindings, ResultModel result, DiagnosticSink? sink, CancellationToken cancellation)
{
    public AskAgainModel? Model { get; private set; }

    public bool Read()
    {
        bool hasBuffer = result.Form == ResultForm.Buffer || result.BufferParameter.Length > 0;
        if (method.Find(KnownNames.AskAgain) is not { } attribute)
            return !hasBuffer || Fault(DeclarationFault.BufferNeedsAskAgain, method.Place());
        if (!hasBuffer || parameters.ArgumentShape is not { } shape)
            return Fault(DeclarationFault.AskAgainNeedsBuffer, attribute.Place(method));
        if (parameters.Tail is not null || parameters.TailStruct is not null)
            return Fault(DeclarationFault.AskAgainTakesNoTail, attribute.Place(method));
        if (bindings.HasPointers)
            return Fault(DeclarationFault.AskAgainTakesNoPointer, attribute.Place(method));
        if (!bindings.Outputs.IsEmpty)
            return Fault(DeclarationFault.AskAgainTakesNoOutput, attribute.Place(method));

        string error = attribute.ConstructorArguments.IsEmpty ? "" : CommandReader.ErrnoName(attribute.ConstructorArguments[0]) ?? "";
        string count = attribute.Named<string>("Count") ?? "";
        string array = attribute.Named<string>("Array") ?? "";
        if (count.Length == 0)
        {
            if (error.Length > 0 || array.Length > 0)
                return Fault(DeclarationFault.AskAgainNeedsCount, attribute.Place(method), shape.Definition.Name);
            if (shape.ArgSize.Length == 0)
                return Fault(DeclarationFault.AskAgainNeedsArgSize, attribute.Place(method), shape.Definition.Name);
            Model = new AskAgainModel("", "", "", 1);
            return true;
        }

        return ReadCounted(attribute, shape, error, count, array);
    }

    private bool ReadCounted(AttributeData attribute, ShapeModel shape, string error, string count, string array)
    {
        if (Field(count) is not { } countField
            || countField.Type.SpecialType is not (SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_UInt64))
            return Fault(DeclarationFault.AskAgainCountIsNotInteger, attribute.Place(method), parameters.ArgumentStruct!.Name, count);

        CType? element = shape.Definition.Tail;
        string arrayName = "";
        if (array.Length > 0)
        {
            if (Field(array) is not { } arrayField
                || !(arrayField.Type.IsOurs(KnownNames.UserPointer) || arrayField.Type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr))
                return Fault(DeclarationFault.AskAgainArrayIsNotPointer, attribute.Place(method), parameters.ArgumentStruct!.Name, array);
            arrayName = ShapeReader.CName(arrayField);
            element = attribute.Named<ITypeSymbol>("Element") is { } stated ? new ShapeReader(null, cancellation).TypeOf(stated) : new CType.Integer(1, Signed: false);
        }
        else if (error.Length == 0)
        {
            return Fault(DeclarationFault.AskAgainHasNoElements, attribute.Place(method), parameters.ArgumentStruct!.Name);
        }

        if (element is null || ParameterReader.ElementSize(element) is not { } size)
            return Fault(DeclarationFault.AskAgainHasNoElements, attribute.Place(method), parameters.ArgumentStruct!.Name);
        Model = new AskAgainModel(error, ShapeReader.CName(countField), arrayName, size);
        return true;
    }

    private IFieldSymbol? Field(string name) => ShapeReader.Fields(parameters.ArgumentStruct!).FirstOrDefault(field => field.Name == name);

    private bool Fault(DeclarationFault fault, Location? place, params string[] rest)
    {
        sink?.Report(fault, place, [method.Name, .. rest]);
        return false;
    }
}
