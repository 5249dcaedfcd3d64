using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Vfio;

namespace IoctlSharp.Abi.Probe;

/// <summary>The size of each struct, the place of each field by its C path, and the bytes that its bit-fields write.</summary>
internal static class StructProbe
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static void Print(TextWriter output)
    {
        foreach (Type type in typeof(VfioIoctls).Assembly.GetTypes().Where(type => CTag(type).Length > 0))
        {
            output.WriteLine($"size\t{CTag(type)}\t{ManagedLayout.SizeOf(type)}");
            Member[] members = [.. Members(type, "", [])];
            foreach (Member member in members.Where(member => member.Bits is null))
                output.WriteLine($"field\t{CTag(type)}\t{member.Path}\t{ManagedLayout.OffsetOf(type, member.Way)}\t{ManagedLayout.SizeOf(member.Way[member.Way.Length - 1].FieldType)}");
            PrintBits(output, type, [.. members.Where(member => member.Bits is not null)]);
        }
    }

    private static string CTag(Type type) => type.GetCustomAttribute<KernelStructAttribute>()?.CName ?? type.GetCustomAttribute<KernelUnionAttribute>()?.CName ?? "";

    // The members of unnamed unions and structs are the outer struct's.
    private static IEnumerable<Member> Members(Type type, string prefix, FieldInfo[] way)
    {
        foreach (FieldInfo field in type.GetFields(Instance))
        {
            FieldInfo[] here = [.. way, field];
            BitsAttribute[] bits = [.. field.GetCustomAttributes<BitsAttribute>()];
            foreach (BitsAttribute bit in bits.Where(bit => bit.Name.Length > 0))
                yield return new Member(prefix + CNameEngine.Member(bit.Name), here, bit);
            if (bits.Length > 0)
                continue;
            bool isUnnamed = field.GetCustomAttribute<UnionAttribute>()?.Anonymous == true || field.FieldType.GetCustomAttribute<KernelStructAttribute>()?.Anonymous == true;
            foreach (string name in isUnnamed ? [""] : Names(field))
            {
                if (!isUnnamed)
                    yield return new Member(prefix + name, here, null);
                if (!IsKernelType(field.FieldType))
                    continue;
                foreach (Member inner in Members(field.FieldType, isUnnamed ? prefix : $"{prefix}{name}.", here))
                    yield return inner;
            }
        }
    }

    private static IEnumerable<string> Names(FieldInfo field)
        => new[] { field.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Member(field.Name) }
            .Concat(field.GetCustomAttributes<AliasAttribute>().Select(alias => CNameEngine.Member(alias.Name)));

    private static bool IsKernelType(Type type) => type.GetCustomAttribute<KernelStructAttribute>() is not null || type.GetCustomAttribute<KernelUnionAttribute>() is not null;

    // Each alone with all its bits set, then all of them with values of their own.
    private static void PrintBits(TextWriter output, Type type, Member[] bits)
    {
        foreach (Member bit in bits)
            output.WriteLine($"ones\t{CTag(type)}\t{bit.Path}\t{Image(type, [(bit, ulong.MaxValue)])}");
        if (bits.Length > 0)
            output.WriteLine($"mixed\t{CTag(type)}\t{Image(type, [.. bits.Select((bit, index) => (bit, (ulong)(index + 1)))])}");
    }

    private static string Image(Type type, (Member Bit, ulong Value)[] values)
    {
        object boxed = Activator.CreateInstance(type)!;
        foreach ((Member bit, ulong value) in values)
            Set(boxed, bit, depth: 0, value & (ulong.MaxValue >> (64 - bit.Bits!.Width)));
        GCHandle handle = GCHandle.Alloc(boxed, GCHandleType.Pinned);
        byte[] bytes = new byte[ManagedLayout.SizeOf(type)];
        Marshal.Copy(handle.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        handle.Free();
        return string.Concat(bytes.Select(item => item.ToString("x2")));
    }

    // Through the property of the innermost struct, which then goes back into the one around it.
    private static void Set(object boxed, Member bit, int depth, ulong value)
    {
        if (depth < bit.Way.Length - 1)
        {
            object inner = bit.Way[depth].GetValue(boxed)!;
            Set(inner, bit, depth + 1, value);
            bit.Way[depth].SetValue(boxed, inner);
            return;
        }

        PropertyInfo property = boxed.GetType().GetProperty(bit.Bits!.Name, Instance)!;
        Type target = property.PropertyType;
        object number = Convert.ChangeType(value, target.IsEnum ? Enum.GetUnderlyingType(target) : target);
        property.SetValue(boxed, target.IsEnum ? Enum.ToObject(target, number) : number, null);
    }

    private readonly struct Member(string path, FieldInfo[] way, BitsAttribute? bits)
    {
        /// <summary>As C names it.</summary>
        public string Path { get; } = path;

        /// <summary>The fields on the way to it; of a bit-field, to its storage word.</summary>
        public FieldInfo[] Way { get; } = way;

        public BitsAttribute? Bits { get; } = bits;
    }
}
