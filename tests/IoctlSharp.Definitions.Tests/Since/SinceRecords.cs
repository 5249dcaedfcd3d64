using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IoctlSharp.Definitions.Tests.Header;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Vfio;

namespace IoctlSharp.Definitions.Tests.Since;

/// <summary>Every C name that the definitions declare, with its record.</summary>
internal static class SinceRecords
{
    private static readonly Type[] s_types = typeof(VfioIoctls).Assembly.GetTypes();

    /// <summary>The structs that have a C tag.</summary>
    public static IReadOnlyList<(string Tag, Type Type)> Structs => [.. Declarations.Structs];

    /// <summary>The members that have a place of their own: all but bit-fields.</summary>
    public static IEnumerable<(string Tag, string Name)> Placed
        => Structs.SelectMany(item => Members(item.Tag, item.Type, 0)).Where(member => !member.IsBitField).Select(member => (member.Tag, member.Name));

    public static IEnumerable<SinceRecord> OfStructs()
        => Structs.Select(item => new SinceRecord(item.Type.Name, Of(item.Type), null, KeptKernels.FirstWith(kernel => kernel.HasStruct(item.Tag))));

    public static IEnumerable<SinceRecord> OfMembers()
    {
        Member[] members = [.. Structs.SelectMany(item => Members(item.Tag, item.Type, 0))];
        (string, string)[] names = [.. members.Select(member => (member.Tag, member.Name))];
        Dictionary<Version, IReadOnlySet<(string, string)>> known = KeptKernels.All.ToDictionary(kernel => kernel.Version, kernel => kernel.Known(names));
        Dictionary<Version, IReadOnlyDictionary<string, int>> sizes =
            KeptKernels.All.ToDictionary(kernel => kernel.Version, kernel => kernel.Sizes(Structs.Select(item => item.Tag)));
        // What is reserved was there by another name, or by none, wherever the struct (or the unnamed part of it) was long enough.
        return members.Select(member => new SinceRecord(member.Where, member.Own, member.Holder, KeptKernels.FirstWith(kernel
            => known[kernel.Version].Contains((member.Tag, member.Name))
            || (member.IsReserved && !(kernel.Version < member.Holder) && sizes[kernel.Version].TryGetValue(member.Tag, out int size) && member.End <= size))));
    }

    public static IEnumerable<SinceRecord> OfConstants()
        => from type in s_types
           let attribute = type.GetCustomAttribute<KernelConstantsAttribute>()
           from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           let own = member.GetCustomAttribute<CNameAttribute>()?.Name
           where member.IsLiteral && (attribute is not null ? KernelHeaders.Names.Contains(attribute.Header) : own is not null)
           let name = own ?? CNameEngine.Constant(attribute.Prefix, member.Name)
           // A macro that says which bits are free has no name in the header.
           where KernelHeaders.Defined.Contains(name)
           select new SinceRecord($"{type.Name}.{member.Name}", Of(member), Of(type), KeptKernels.FirstWith(kernel => kernel.Defines(name)));

    public static IEnumerable<SinceRecord> OfCommands()
        => from type in s_types
           let attribute = type.GetCustomAttribute<IoctlGroupAttribute>()
           where attribute is not null && KernelHeaders.Names.Contains(attribute.Header)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let ioctl = method.GetCustomAttribute<IoctlAttribute>()
           where ioctl is not null
           let needed = Needed(method).DefaultIfEmpty().Max()
           select new SinceRecord($"{type.Name}.{method.Name}", Of(method), Of(type), KeptKernels.FirstWith(kernel => kernel.Defines(ioctl.Name!) && !(kernel.Version < needed)));

    // A method that sets a flag or a feature by itself is as young as that is, however old its command.
    private static IEnumerable<Version> Needed(MethodInfo method)
    {
        foreach (object preset in method.GetCustomAttributes<PresetAttribute>().Select(attribute => attribute.Value).Where(value => value is Enum))
        {
            ulong value = Convert.ToUInt64(preset);
            // The low half of these flags is the number of a feature.
            foreach (FieldInfo member in preset is VfioDeviceFeatureFlags ? Members(typeof(VfioFeature), value & ushort.MaxValue) : Members(preset.GetType(), value))
            {
                if ((Of(member) ?? Of(member.DeclaringType!)) is { } since)
                    yield return since;
            }
        }
    }

    private static IEnumerable<FieldInfo> Members(Type type, ulong value)
        => from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           let bits = Convert.ToUInt64(member.GetRawConstantValue())
           where type.GetCustomAttribute<FlagsAttribute>() is null ? bits == value : bits != 0 && (value & bits) == bits
           select member;

    /// <summary>The first of a declaration's records that says when it appeared, not when it grew.</summary>
    public static Version? Of(MemberInfo member)
        => member.GetCustomAttributes<SinceAttribute>().Where(since => since is { Size: 0, SizeOnI386: 0 }).Select(since => Version.Parse(since.Version)).SingleOrDefault();

    // The members of unnamed unions and structs are C's own members of the struct around them; their records stand on what they are in C#.
    private static IEnumerable<Member> Members(string tag, Type type, long start)
    {
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            long offset = start + System.Runtime.InteropServices.Marshal.OffsetOf(type, field.Name);
            if (field.GetCustomAttribute<UnionAttribute>()?.Anonymous == true || Declarations.IsAnonymous(field.FieldType))
            {
                foreach (Member inner in Members(tag, field.FieldType, offset))
                    yield return inner;
                continue;
            }

            long end = offset + Declarations.SizeOf(field.FieldType);
            Version? own = Of(field), holder = Of(type);
            BitsAttribute[] bits = [.. field.GetCustomAttributes<BitsAttribute>().Where(bit => bit.Name.Length > 0)];
            foreach (BitsAttribute bit in bits)
                yield return new Member(tag, CNameEngine.Member(bit.Name), $"{type.Name}.{field.Name}", own, holder, end, IsReserved: false, IsBitField: true);
            if (bits.Length > 0)
                continue;
            string name = field.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Member(field.Name);
            yield return new Member(tag, name, $"{type.Name}.{field.Name}", own, holder, end, field.GetCustomAttribute<ReservedAttribute>() is not null);
            foreach (AliasAttribute alias in field.GetCustomAttributes<AliasAttribute>())
            {
                Version? since = alias.Since is { } version ? Version.Parse(version) : null;
                yield return new Member(tag, CNameEngine.Member(alias.Name), $"{type.Name}.{field.Name} [Alias(\"{alias.Name}\")]", since, own ?? holder, end, IsReserved: false);
            }
        }
    }

    private sealed record Member(string Tag, string Name, string Where, Version? Own, Version? Holder, long End, bool IsReserved, bool IsBitField = false);
}
