using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Since;

/// <summary>
/// Each <c>[Since]</c> of the definitions against the headers of the kernels that Debian keeps. What the oldest of them has carries none; what a
/// later one added is recorded as of a version behind the kernel that lacks it, and no later than the one that has it.
/// </summary>
public sealed class SinceTests
{
    public SinceTests() => Assert.SkipUnless(KeptKernels.All.Count > 0, KeptKernels.WhyMissing);

    [Fact]
    public void The_headers_are_those_of_four_kernels()
        => KeptKernels.All.Select(kernel => kernel.Version.ToString()).ShouldBe(["6.1", "6.12", "7.2", "7.3"]);

    [Fact]
    public void Structs_are_as_old_as_recorded() => Verify(SinceRecords.OfStructs(), atLeast: 100, newAtLeast: 40);

    [Fact]
    public void Fields_are_as_old_as_recorded() => Verify(SinceRecords.OfMembers(), atLeast: 500, newAtLeast: 100);

    [Fact]
    public void Constants_are_as_old_as_recorded() => Verify(SinceRecords.OfConstants(), atLeast: 300, newAtLeast: 85);

    [Fact]
    public void Commands_are_as_old_as_recorded() => Verify(SinceRecords.OfCommands(), atLeast: 60, newAtLeast: 26);

    [Fact]
    public void Structs_that_grew_say_to_which_size_on_which_data_model()
    {
        List<string> complaints = [];
        int grown = 0;
        foreach ((string tag, Type type) in SinceRecords.Structs)
        {
            List<(Version After, Version First, int Size, int SizeOnI386)> growths = [.. Growths(tag)];
            SinceAttribute[] records = [.. type.GetCustomAttributes<SinceAttribute>().Where(since => since.Size > 0 || since.SizeOnI386 > 0).OrderBy(since => Version.Parse(since.Version))];
            grown += growths.Count;
            bool isRight = growths.Count == records.Length && growths.Zip(records).All(pair
                => (pair.First.Size, pair.First.SizeOnI386) == (pair.Second.Size, pair.Second.SizeOnI386)
                && Version.Parse(pair.Second.Version) > pair.First.After && Version.Parse(pair.Second.Version) <= pair.First.First);
            if (!isRight)
                complaints.Add($"{type.Name}: {string.Join(", ", growths.Select(growth => $"[Since(\"{growth.First}\", Size = {growth.Size}, SizeOnI386 = {growth.SizeOnI386})]"))}");
        }

        complaints.ShouldBeEmpty();
        grown.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Theory]
    [InlineData(null, null, "6.12", "no [Since]")]
    [InlineData("6.1", null, "6.12", "appeared after 6.1")]
    [InlineData("7.0", null, "6.12", "appeared after 6.1")]
    [InlineData("6.12", "6.12", "6.12", "its type's already")]
    [InlineData("6.12", null, "6.1", "but 6.1 has it")]
    [InlineData("6.2", null, "6.12", "")]
    [InlineData(null, "6.12", "6.12", "")]
    [InlineData(null, null, "6.1", "")]
    public void A_wrong_record_would_be_found(string? own, string? holder, string first, string complaint)
    {
        Version[] kept = [new(6, 1), new(6, 12)];
        int index = Array.IndexOf(kept, Version.Parse(first));
        SinceRecord record = new("it", Parse(own), Parse(holder), (index == 0 ? null : kept[index - 1], kept[index]));
        if (complaint.Length == 0)
            record.Complaint().ShouldBeEmpty();
        else
            record.Complaint().ShouldContain(complaint);
    }

    private static Version? Parse(string? version) => version is null ? null : Version.Parse(version);

    private static void Verify(IEnumerable<SinceRecord> records, int atLeast, int newAtLeast)
    {
        SinceRecord[] all = [.. records];
        all.Select(record => record.Complaint()).Where(complaint => complaint.Length > 0).Distinct().ShouldBeEmpty();
        all.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        all.Count(record => (record.Own ?? record.Holder) is not null).ShouldBeGreaterThanOrEqualTo(newAtLeast);
    }

    // The record has one size for all but i386: so have the headers.
    private static IEnumerable<(Version After, Version First, int Size, int SizeOnI386)> Growths(string tag)
    {
        KeptKernel? before = null;
        foreach (KeptKernel kernel in KeptKernels.All.Where(kernel => kernel.HasStruct(tag)))
        {
            if (before is not null && (Size(before, tag, "LP64"), Size(before, tag, "i386")) != (Size(kernel, tag, "LP64"), Size(kernel, tag, "i386")))
            {
                int size = Size(kernel, tag, "LP64"), sizeOnI386 = Size(kernel, tag, "i386");
                Size(kernel, tag, "ILP32").ShouldBe(size, tag);
                bool isEverywhere = Size(before, tag, "LP64") != size;
                yield return (before.Version, kernel.Version, isEverywhere ? size : 0, isEverywhere && size == sizeOnI386 ? 0 : sizeOnI386);
            }

            before = kernel;
        }
    }

    private static readonly Dictionary<(Version, string), IReadOnlyDictionary<string, int>> s_sizes = [];

    private static int Size(KeptKernel kernel, string tag, string model)
    {
        if (!s_sizes.TryGetValue((kernel.Version, model), out IReadOnlyDictionary<string, int>? sizes))
            s_sizes[(kernel.Version, model)] = sizes = kernel.Sizes(SinceRecords.Structs.Select(item => item.Tag), KeptKernels.DataModels[model]);
        return sizes[tag];
    }
}
