namespace IoctlSharp.Generator.Model;

/// <summary>A method outside of every valid group whose calls the compiler would drop without a word.</summary>
/// <param name="HintName">A file name that no other declaration of the compilation has.</param>
/// <param name="Method">The method.</param>
public sealed record LostCallModel(string HintName, string Method);
