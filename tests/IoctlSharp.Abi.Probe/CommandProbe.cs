using System;
using System.IO;
using System.Linq;
using System.Reflection;
using IoctlSharp.Vfio;

namespace IoctlSharp.Abi.Probe;

/// <summary>The number of each command in this process.</summary>
internal static class CommandProbe
{
    public static void Print(TextWriter output)
    {
        foreach (Type group in typeof(VfioIoctls).Assembly.GetTypes().Where(type => type.GetCustomAttribute<IoctlGroupAttribute>() is not null))
        {
            foreach (PropertyInfo property in group.GetNestedType("Commands")?.GetProperties(BindingFlags.Public | BindingFlags.Static) ?? [])
            {
                IoctlCommand command = (IoctlCommand)property.GetValue(null, null)!;
                output.WriteLine($"number\t{command.Name}\t{command.Number}");
            }
        }
    }
}
