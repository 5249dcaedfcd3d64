using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Shouldly;
using Xunit;

namespace IoctlSharp.Coverage.Tests;

public sealed class CommandTableTests
{
    private static readonly string s_path = Path.Combine(Guest.TestsFolder(), "IoctlSharp.Coverage.Tests", "Table", "commands.md");
    private static readonly List<Mark> s_marks = Guest.All.SelectMany(guest => guest.Marks()).ToList();
    private static readonly CommandTable s_table = new(s_marks);

    [Fact]
    public void The_definitions_have_sixty_commands_and_fourteen_features()
    {
        KnownNames.Commands.Count(command => command.Type == (byte)';' && command.Name.StartsWith("VFIO_", StringComparison.Ordinal)).ShouldBe(34);
        KnownNames.Commands.Count(command => command.Name.StartsWith("IOMMU_", StringComparison.Ordinal)).ShouldBe(22);
        KnownNames.Commands.Count(command => command.Name.StartsWith("UACCE_", StringComparison.Ordinal)).ShouldBe(4);
        KnownNames.Commands.Select(command => command.Name).Distinct().Count().ShouldBe(60);
        KnownNames.Features.Count.ShouldBe(14);
    }

    [Fact]
    public void Every_command_and_feature_has_a_row_that_says_something() => s_table.Missing.ShouldBeEmpty();

    [Fact]
    public void Every_row_is_of_a_command_or_feature_and_no_reason_is_stale()
    {
        s_table.Unknown.ShouldBeEmpty();
        s_table.Stale.ShouldBeEmpty();
    }

    [Fact]
    public void Every_mark_is_on_a_test_whose_code_leads_to_the_call()
    {
        List<string> wrong = [];
        foreach (Mark mark in s_marks)
        {
            if (!mark.Reach.Names.Contains(mark.Name))
                wrong.Add($"{mark.TestName} makes no call of {mark.Name}");
            if (mark.Refused != Errno.None && !mark.Reach.Integers.Contains((int)mark.Refused))
                wrong.Add($"{mark.TestName} does not assert {mark.Refused} of {mark.Name}");
            if (!mark.Guest.Runs(mark.Test))
                wrong.Add($"{mark.TestName} is no test, or none that the virtual machine runs");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_table_is_what_the_marks_say()
    {
        string expected = s_table.Text();
        if (Environment.GetEnvironmentVariable("IOCTLSHARP_BLESS") == "1")
            File.WriteAllText(s_path, expected);
        string kept = File.ReadAllText(s_path);
        (kept == expected).ShouldBeTrue($"IOCTLSHARP_BLESS=1 writes the table again. Lines that it lacks:\n{string.Join('\n', expected.Split('\n').Except(kept.Split('\n')))}");
    }
}
