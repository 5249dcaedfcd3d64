using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using IoctlSharp.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>What each kind of edit makes run again, and that no run holds on to an old compilation.</summary>
public sealed class IncrementalityTests
{
    private const string Declarations = """
        using IoctlSharp;
        namespace Demo
        {
            [KernelStruct("demo_pair")]
            public partial struct Pair
            {
                public uint First;
                public uint Second;
            }

            [KernelConstants("DEMO_")]
            public enum Kind
            {
                One,
            }

            [IoctlGroup('d')]
            public static partial class Calls
            {
                [Ioctl(IoctlMacro.IOW, 1, Name = "DEMO_SET")]
                public static partial void Set(int fd, in Pair pair);
            }
        }
        """;

    private const string Other = "namespace Demo { public class Unrelated { } }";

    private static readonly TestTarget s_target = TestTarget.Net8;

    [Fact]
    public void A_comment_changes_nothing()
        => Edit(0, Declarations.Replace("public uint First;", "// first of all\n        public uint First;", StringComparison.Ordinal)).ShouldBe(Unchanged);

    [Fact]
    public void An_unrelated_type_changes_nothing()
        => Edit(0, Declarations + "\nnamespace Demo { public class Another { } }").ShouldBe(Unchanged);

    [Fact]
    public void Another_file_changes_nothing()
        => Edit(1, Other.Replace("Unrelated", "Renamed", StringComparison.Ordinal)).ShouldBe(Unchanged);

    [Fact]
    public void The_body_of_a_method_in_another_file_changes_nothing()
        => Edit(1, "namespace Demo { public class Unrelated { public int Two() => 2; } }").ShouldBe(Unchanged);

    [Fact]
    public void A_renamed_field_changes_its_struct_and_the_groups_that_send_it()
        => Edit(0, Declarations.Replace("public uint Second;", "public uint Last;", StringComparison.Ordinal))
            .ShouldBe(Unchanged.SetItem(StepNames.Structs, IncrementalStepRunReason.Modified).SetItem(StepNames.Groups, IncrementalStepRunReason.Modified));

    [Fact]
    public void A_changed_attribute_of_a_method_changes_its_group()
        => Edit(0, Declarations.Replace("IoctlMacro.IOW, 1", "IoctlMacro.IOW, 2", StringComparison.Ordinal))
            .ShouldBe(Unchanged.SetItem(StepNames.Groups, IncrementalStepRunReason.Modified));

    [Fact]
    public void A_changed_attribute_of_a_struct_changes_it()
        => Edit(0, Declarations.Replace("\"demo_pair\"", "\"demo_pair\", Header = \"linux/demo.h\"", StringComparison.Ordinal))
            .ShouldBe(Unchanged.SetItem(StepNames.Structs, IncrementalStepRunReason.Modified));

    [Fact]
    public void A_renamed_constant_changes_the_names()
        => Edit(0, Declarations.Replace("One,", "Two,", StringComparison.Ordinal))
            .ShouldBe(Unchanged.SetItem(StepNames.Constants, IncrementalStepRunReason.Modified));

    [Fact]
    public void An_unchanged_model_emits_nothing_again()
    {
        GeneratorRun first = GeneratorRun.Of(s_target, Declarations, Other);
        GeneratorRun second = first.Next(Replace(first.Input, 1, Other + " // said"));
        Outputs(second).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        Outputs(second).Count.ShouldBe(3);
    }

    [Fact]
    public void An_old_compilation_can_be_collected()
    {
        (GeneratorDriver driver, WeakReference old) = RunTwice();
        for (int i = 0; i < 5 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        old.IsAlive.ShouldBeFalse("a model holds a symbol or a syntax node of it");
        GC.KeepAlive(driver);
    }

    private static ImmutableSortedDictionary<string, IncrementalStepRunReason> Unchanged { get; } = new[] { StepNames.Structs, StepNames.Constants, StepNames.Groups }
        .ToImmutableSortedDictionary(step => step, _ => IncrementalStepRunReason.Unchanged);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        GeneratorRun first = GeneratorRun.Of(s_target, Declarations, Other);
        // Both files are new: nothing of the first compilation is in the second but the references.
        CSharpCompilation next = s_target.Compile(Declarations + "\n// later", Other + "\n// later");
        return (first.Next(next).Driver, new WeakReference(first.Input));
    }

    // The worst that happened to each named step; cached and unchanged are one.
    private static ImmutableSortedDictionary<string, IncrementalStepRunReason> Edit(int file, string text)
    {
        GeneratorRun first = GeneratorRun.Of(s_target, Declarations, Other);
        GeneratorRun second = first.Next(Replace(first.Input, file, text));
        return second.Result.TrackedSteps
            .Where(step => Unchanged.ContainsKey(step.Key))
            .ToImmutableSortedDictionary(step => step.Key, step => step.Value.SelectMany(run => run.Outputs).Select(output => Reason(output.Reason)).Distinct().ShouldHaveSingleItem());
    }

    private static IncrementalStepRunReason Reason(IncrementalStepRunReason reason)
        => reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : reason;

    private static IReadOnlyList<IncrementalStepRunReason> Outputs(GeneratorRun run)
        => [.. run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static Compilation Replace(Compilation compilation, int file, string text)
    {
        SyntaxTree old = compilation.SyntaxTrees.ElementAt(file);
        return compilation.ReplaceSyntaxTree(old, s_target.Parse(text, old.FilePath));
    }
}
