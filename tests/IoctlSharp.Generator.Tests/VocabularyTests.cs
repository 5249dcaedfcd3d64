using System;
using System.Linq;
using System.Reflection;
using IoctlSharp.Generator.Reading;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>What the generator knows by name is what the runtime has.</summary>
public sealed class VocabularyTests
{
    private static readonly Assembly s_runtime = typeof(IoctlAttribute).Assembly;

    [Theory]
    [InlineData(typeof(Layout.LinuxAbi), typeof(LinuxAbi))]
    [InlineData(typeof(Layout.IoctlMacro), typeof(IoctlMacro))]
    public void An_enum_of_the_generator_is_the_runtimes(Type ours, Type theirs)
    {
        Enum.GetNames(ours).ShouldBe(Enum.GetNames(theirs));
        Enum.GetValuesAsUnderlyingType(ours).Cast<int>().ShouldBe(Enum.GetValuesAsUnderlyingType(theirs).Cast<int>());
    }

    [Fact]
    public void Every_known_name_is_a_public_type_of_the_runtime()
    {
        FieldInfo[] names = [.. typeof(KnownNames).GetFields().Where(field => field.Name != nameof(KnownNames.Namespace))];
        names.Length.ShouldBeGreaterThan(20);
        foreach (FieldInfo field in names)
        {
            string name = (string)field.GetRawConstantValue()!;
            string full = name.Contains('.', StringComparison.Ordinal) ? name : $"{KnownNames.Namespace}.{name}";
            Type type = (s_runtime.GetType(full) ?? s_runtime.GetType(full + "`1")).ShouldNotBeNull(full);
            type.IsPublic.ShouldBeTrue(full);
        }
    }

    [Fact]
    public void Every_attribute_of_the_runtime_is_known()
    {
        string[] known = [.. typeof(KnownNames).GetFields().Select(field => ((string)field.GetRawConstantValue()!).Split('.')[^1])];
        s_runtime.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.Name).ShouldBeSubsetOf(known);
    }
}
