using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>
/// The definitions against linux/vfio.h of this machine. It may be older: what it lacks is not compared (<see cref="UapiProofTests"/> compares everything with the
/// newest), and a struct may have grown since. The numbers of asm/eeh.h are powerpc's and are not here.
/// </summary>
public sealed class VfioHeaderTests
{
    private const string Name = "linux/vfio.h";

    private static readonly CHeader s_header = new(Name);
    private static readonly Type[] s_types = typeof(VfioIoctls).Assembly.GetTypes();

    [Fact]
    public void Structs_have_the_sizes_and_offsets_of_C()
    {
        (Type Type, string CName)[] structs = [.. s_types
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<KernelStructAttribute>()))
            .Where(item => item.Attribute is { CName: { } cName, Header: Name } && s_header.Has(cName))
            .Select(item => (item.Type, item.Attribute!.CName!))];
        structs.Length.ShouldBeGreaterThanOrEqualTo(26);
        IReadOnlyList<long> sizes = s_header.Evaluate([.. structs.Select(item => $"sizeof(struct {item.CName})")]);

        List<string> expressions = [];
        List<(string What, long Offset)> fields = [];
        foreach (((Type type, string cName), long size) in structs.Zip(sizes))
        {
            // The header of Linux 6.1 lacks what was added at the end since.
            long declared = Marshal.SizeOf(type);
            declared.ShouldBeGreaterThanOrEqualTo(size, cName);
            if (declared > size)
                Grown.ShouldContain(cName);
            foreach (FieldInfo field in Fields(type))
            {
                long offset = Marshal.OffsetOf(type, field.Name);
                if (offset >= size)
                    continue;
                expressions.Add($"offsetof(struct {cName}, {MemberName(field)})");
                fields.Add(($"{cName}.{MemberName(field)}", offset));
                expressions.Add($"sizeof(((struct {cName} *)0)->{MemberName(field)})");
                fields.Add(($"sizeof {cName}.{MemberName(field)}", SizeOf(field.FieldType)));
            }
        }

        Differences(fields, s_header.Evaluate(expressions)).ShouldBeEmpty();
    }

    [Fact]
    public void Constants_have_the_values_of_C()
    {
        List<(string What, long Value)> constants = [];
        foreach (Type type in s_types)
        {
            KernelConstantsAttribute? attribute = type.GetCustomAttribute<KernelConstantsAttribute>();
            if (attribute?.Header != Name || !type.IsEnum)
                continue;
            foreach (FieldInfo member in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                string cName = member.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Constant(attribute.Prefix, member.Name);
                // (1 << 31) is negative in C.
                if (s_header.Has(cName))
                    constants.Add(($"(__u32)({cName})", unchecked((uint)Convert.ToInt64(member.GetRawConstantValue()))));
            }
        }

        constants.Count.ShouldBeGreaterThan(70);
        Differences(constants, s_header.Evaluate([.. constants.Select(constant => constant.What)])).ShouldBeEmpty();
    }

    [Fact]
    public void Commands_have_the_numbers_of_C()
    {
        List<(string What, long Number)> commands = [.. typeof(VfioIoctls.Commands)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (IoctlCommand)property.GetValue(null)!)
            .Select(command => (command.Name, (long)command.NumberOn(LinuxAbi.X86_64)))];
        commands.Count.ShouldBe(34);
        commands.RemoveAll(command => !s_header.Has(command.What));
        commands.Count.ShouldBeGreaterThanOrEqualTo(30);
        Differences(commands, s_header.Evaluate([.. commands.Select(command => command.What)])).ShouldBeEmpty();
    }

    // Longer in a later kernel: Linux 6.6 made room so that capabilities are aligned.
    private static string[] Grown => ["vfio_device_info", "vfio_iommu_type1_info"];

    // What is reserved has had several names; the fields around it and the size say whether it is there.
    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => field.GetCustomAttribute<ReservedAttribute>() is null);

    private static string MemberName(FieldInfo field) => field.GetCustomAttribute<CNameAttribute>()?.Name ?? CNameEngine.Member(field.Name);

    private static long SizeOf(Type type) => Marshal.SizeOf(type.IsEnum ? type.GetEnumUnderlyingType() : type);

    private static List<string> Differences(List<(string What, long Value)> ours, IReadOnlyList<long> theirs)
    {
        theirs.Count.ShouldBe(ours.Count);
        return [.. ours.Zip(theirs).Where(pair => pair.First.Value != pair.Second).Select(pair => $"{pair.First.What}: {pair.First.Value}, and {pair.Second} in C")];
    }
}
