using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Vfio;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>What the definitions declare of <see cref="KernelHeaders.Names"/>, as C names.</summary>
internal static class Declarations
{
    private static readonly Type[] s_types = typeof(VfioIoctls).Assembly.GetTypes();

    public static IEnumerable<(string CName, Type Type)> Structs
        => from type in s_types
           let attribute = type.GetCustomAttribute<KernelStructAttribute>()
           where attribute is not null && KernelHeaders.Names.Contains(attribute.Header) && attribute.CName is not null
           select (attribute.CName, type);

    public static long SizeOf(Type type) => Marshal.SizeOf(type.IsEnum ? type.GetEnumUnderlyingType() : type);

    /// <summary><c>struct { ... };</c>: its members are those of the struct around it.</summary>
    public static bool IsAnonymous(Type type) => type.GetCustomAttribute<KernelStructAttribute>()?.Anonymous == true;
}
