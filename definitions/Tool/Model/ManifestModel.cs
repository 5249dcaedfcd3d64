using System.Collections.Generic;

namespace IoctlSharp.Tool.Model;

/// <summary>What an assembly declares of C, sorted by header and C name.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Structs">Structs and unions that have a tag in C.</param>
/// <param name="Commands">Each command once for each kind of file that takes it.</param>
/// <param name="Constants">Members of enums, and constants with a C name.</param>
internal sealed record ManifestModel(
    string Assembly,
    IReadOnlyList<DeclaredStructModel> Structs,
    IReadOnlyList<DeclaredCommandModel> Commands,
    IReadOnlyList<DeclaredConstantModel> Constants);
