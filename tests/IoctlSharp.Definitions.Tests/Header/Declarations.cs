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

    public static IEnumerable<(string CName, long Number)> Commands
        => from type in s_types
           let attribute = type.GetCustomAttribute<IoctlGroupAttribute>()
           where attribute is not null && KernelHeaders.Names.Contains(attribute.Header)
           from property in type.GetNestedType("Commands")!.GetProperties(BindingFlags.Public | BindingFlags.Static)
           let command = (IoctlCommand)property.GetValue(null)!
           select (command.Name, (long)command.NumberOn(LinuxAbi.X86_64));

    /// <summary>Integers and texts.</summary>
    public static IEnumerable<(string CName, object Value)> Constants
        => (from type in s_types
            let attribute = type.GetCustomAttribute<KernelConstantsAttribute>()
            where attribute is not null && KernelHeaders.Names.Contains(attribute.Header)
            from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
            select (member.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Constant(attribute.Prefix, member.Name), Bits(member.GetRawConstantValue()!)))
        .Concat(from type in s_types
                where type is { IsClass: true, IsAbstract: true, IsSealed: true }
                from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
                let attribute = member.GetCustomAttribute<CNameAttribute>()
                where member.IsLiteral && attribute is not null
                select (attribute.Name, Bits(member.GetRawConstantValue()!)));

    /// <summary>The members of a struct by the path that C names them with; those of unnamed unions and structs stand in the struct itself.</summary>
    public static IEnumerable<(string CName, long Offset, long Size)> Fields(Type type, long start = 0)
    {
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            // C takes no offset of a bit-field; the fields behind it say where its word is.
            if (field.GetCustomAttributes<BitsAttribute>().Any())
                continue;
            long offset = start + Marshal.OffsetOf(type, field.Name);
            if (field.GetCustomAttribute<UnionAttribute>()?.Anonymous == true || IsAnonymous(field.FieldType))
            {
                foreach ((string, long, long) inner in Fields(field.FieldType, offset))
                    yield return inner;
                continue;
            }

            string name = field.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Member(field.Name);
            long size = SizeOf(field.FieldType);
            yield return (name, offset, size);
            foreach (AliasAttribute alias in field.GetCustomAttributes<AliasAttribute>())
                yield return (CNameEngine.Member(alias.Name), offset, size);
        }
    }

    public static long SizeOf(Type type) => Marshal.SizeOf(type.IsEnum ? type.GetEnumUnderlyingType() : type);

    /// <summary><c>struct { ... };</c>: its members are those of the struct around it.</summary>
    public static bool IsAnonymous(Type type) => type.GetCustomAttribute<KernelStructAttribute>()?.Anonymous == true;

    private static object Bits(object value) => value is ulong wide ? unchecked((long)wide) : value is string ? value : Convert.ToInt64(value);
}
