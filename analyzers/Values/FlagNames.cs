using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>The names of an enum's flags, for messages.</summary>
internal static class FlagNames
{
    /// <summary>The flags that the bits are: <c>Read, Write</c>.</summary>
    public static string Of(ulong bits, ITypeSymbol type)
    {
        List<(string Name, ulong Value)> members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member.HasConstantValue)
            .Select(member => (member.Name, Value: ConstantReader.Bits(member.ConstantValue) ?? 0))
            .ToList();
        if (members.FirstOrDefault(member => member.Value == bits) is { Name: not null } exact && ((bits & (bits - 1)) == 0 || !type.IsFlagsEnum()))
            return exact.Name;
        List<string> names = [];
        ulong rest = bits;
        foreach ((string name, ulong value) in members.Where(member => member.Value != 0 && (member.Value & (member.Value - 1)) == 0 && (member.Value & bits) != 0))
        {
            names.Add(name);
            rest &= ~value;
        }

        if (rest != 0 || names.Count == 0)
            names.Add("0x" + rest.ToString("x", CultureInfo.InvariantCulture));
        return string.Join(", ", names);
    }
}
