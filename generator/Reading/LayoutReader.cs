using System.Linq;
using IoctlSharp.Generator.Layout;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Compares what C has with what the CLR will do, and reports where they part.</summary>
public sealed class LayoutReader(INamedTypeSymbol type, CStruct definition, DiagnosticSink? sink)
{
    private const int Explicit = 2;
    private const int Auto = 3;

    public bool IsWell()
    {
        AttributeData? stated = ClrStructReader.StatedLayout(type);
        if (stated is not null && ClrStructReader.Kind(stated) == Auto)
            return Fault(DeclarationFault.LayoutIsAuto, type);
        if (definition.IsUnion && !type.DeclaringSyntaxReferences.IsEmpty && !HasArmsAtZero(stated))
            return false;
        if (FirstFault() is { } fault)
            return Fault(fault);
        // An explicit layout without every [FieldOffset] is the compiler's business (CS0625).
        if (stated is not null && ClrStructReader.Kind(stated) == Explicit && ShapeReader.Fields(type).Any(field => ClrStructReader.Offset(field) is null))
            return false;
        return ClrStructReader.Read(type, definition) is not { } clr || HasLayoutOfC(clr);
    }

    // A storage word can stand right in one data model alone.
    private LayoutFault? FirstFault()
    {
        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.Ilp32, DataModel.I386 })
        {
            if (!CLayoutEngine.TryCompute(definition, model, out _, out LayoutFault? fault))
                return fault;
        }

        return null;
    }

    private bool Fault(LayoutFault fault)
    {
        string? reason = fault.Kind switch
        {
            LayoutFaultKind.BitsStartBeforeWord => "C lets the first of them start in the bytes before the word",
            LayoutFaultKind.BitsWithoutName => "C gives a word without any name no alignment",
            _ => null,
        };
        if (reason is null)
            return Fault(DeclarationFault.StructIsTooLarge, type, fault.Path);
        ISymbol culprit = ShapeReader.Fields(type).FirstOrDefault(field => ShapeReader.CName(field) == fault.Path) ?? (ISymbol)type;
        return Fault(DeclarationFault.BitsLayoutDiffersFromC, culprit, culprit.Name, reason);
    }

    private bool HasArmsAtZero(AttributeData? stated)
    {
        if (stated is null || ClrStructReader.Kind(stated) != Explicit)
            return Fault(DeclarationFault.UnionIsNotExplicit, type);
        IFieldSymbol? stray = ShapeReader.Fields(type).FirstOrDefault(field => ClrStructReader.Offset(field) is not (null or 0));
        return stray is null || Fault(DeclarationFault.UnionArmIsNotAtZero, stray, stray.Name);
    }

    // The first difference says it all: what follows is moved by it.
    private bool HasLayoutOfC(ClrStruct clr)
    {
        foreach (LayoutDifference difference in LayoutDifferenceEngine.Compute(definition, clr))
        {
            bool isOnI386Alone = difference.Model == DataModel.I386;
            DeclarationFault fault = isOnI386Alone ? DeclarationFault.LayoutDiffersOnI386 : DeclarationFault.LayoutDiffersFromC;
            ISymbol culprit = ShapeReader.Fields(type).FirstOrDefault(field => field.Name == difference.Field) ?? (ISymbol)type;
            Fault(fault, culprit, difference.Field, difference.Kind.ToString(), difference.C.ToString(), difference.Clr.ToString(), difference.Model.ToString());
            return isOnI386Alone;
        }

        return true;
    }

    private bool Fault(DeclarationFault fault, ISymbol culprit, params string[] rest)
    {
        sink?.Report(fault, culprit.Place(), [type.Name, .. rest]);
        return false;
    }
}
