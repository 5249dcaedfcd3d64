using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads what a method returns.</summary>
public sealed class ResultReader(IMethodSymbol method, ParameterReader parameters, DiagnosticSink? sink, Compilation compilation)
{
    public ResultModel? Read()
    {
        if (method.ReturnType.IsOurs(KnownNames.Errno))
            return ReadErrno();
        if (method.ReturnsVoid)
            return new ResultModel(ResultForm.Void, "void");

        string type = method.ReturnType.Text();
        bool isField = method.GetReturnTypeAttributes().Find(KnownNames.Field) is not null;
        if (method.ReturnType.IsHandle())
        {
            bool isNullable = isField && method.ReturnType.NullableAnnotation == NullableAnnotation.Annotated;
            return IsAdoptable(method.ReturnType, method) ? new ResultModel(isField ? ResultForm.Field : ResultForm.Handle, type, HandleType: type, IsNullable: isNullable) : null;
        }

        if (isField)
            return new ResultModel(ResultForm.Field, type);
        if (method.ReturnType.BufferElement() is not null)
            return new ResultModel(ResultForm.Buffer, type);
        if (method.ReturnType.IsKernelType())
            return new ResultModel(IsTail ? ResultForm.Tail : ResultForm.Struct, type);
        if (method.ReturnType.SpecialType == SpecialType.System_Int32 || method.ReturnType.TypeKind == TypeKind.Enum)
            return new ResultModel(ResultForm.Value, type, ValueType: type);
        return Fault(DeclarationFault.ResultTypeIsUnsupported, method, method.ReturnType.ToDisplayString());
    }

    private ResultModel? ReadErrno()
    {
        if (parameters.HandleOutput is { } handle && !IsAdoptable(handle.Type, handle))
            return null;
        return new ResultModel(
            ResultForm.Errno,
            method.ReturnType.Text(),
            ValueParameter: Name(parameters.ValueOutput),
            ValueType: parameters.ValueOutput?.Type.Text() ?? "",
            HandleParameter: Name(parameters.HandleOutput),
            HandleType: parameters.HandleOutput?.Type.Text() ?? "",
            BufferParameter: Name(parameters.BufferOutput));
    }

    // A struct that is returned is the argument, unless the method says that it stands behind it.
    private bool IsTail => SymbolEqualityComparer.Default.Equals(method.Find("IoctlAttribute")!.Named<ITypeSymbol>("Tail"), method.ReturnType);

    private bool IsAdoptable(ITypeSymbol type, ISymbol culprit)
    {
        if (HandleReader.Fault(type, compilation, method) is not { } fault)
            return true;
        Fault(fault, culprit, type.ToDisplayString());
        return false;
    }

    private static string Name(IParameterSymbol? parameter) => parameter is null ? "" : HierarchyReader.Escape(parameter.Name);

    private ResultModel? Fault(DeclarationFault fault, ISymbol culprit, string type)
    {
        sink?.Report(fault, culprit.Place(), method.Name, type);
        return null;
    }
}
