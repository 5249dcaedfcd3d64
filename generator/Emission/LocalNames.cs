using System.Collections.Generic;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Hands out local names that no parameter has.</summary>
public sealed class LocalNames(SignatureModel signature)
{
    private readonly HashSet<string> _taken = [.. signature.ParameterNames];

    public string Take(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
            name = wanted + i;
        return name;
    }
}
