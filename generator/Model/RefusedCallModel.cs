namespace IoctlSharp.Generator.Model;

/// <summary>An <c>[Ioctl]</c> method outside of every valid group.</summary>
/// <param name="Hierarchy">Where it stands; its file name is that of no other declaration.</param>
/// <param name="Method">The method.</param>
/// <param name="Signature">Its head; null where no implementing part can be written, and the compiler would drop its calls without a word.</param>
public sealed record RefusedCallModel(HierarchyModel Hierarchy, string Method, SignatureModel? Signature);
