using System.CommandLine;

namespace IoctlSharp.Tool.Commands;

/// <summary>Arguments that several commands take.</summary>
internal static class Inputs
{
    public static Argument<string> Assembly()
    {
        Argument<string> assembly = new("ASSEMBLY") { Description = "A .NET assembly. The assemblies that it uses are looked for beside it. It is read; nothing of it runs." };
        // What no command knows as an option is taken for an argument.
        assembly.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] } token])
                result.AddError($"Unrecognized option '{token.Value}'.");
        });
        return assembly;
    }
}
