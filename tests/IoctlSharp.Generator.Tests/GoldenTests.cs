using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Tests.Driving;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>What is emitted for each shape of declaration, letter by letter, and that every target's compiler takes it without a word.</summary>
public sealed class GoldenTests
{
    public static IEnumerable<TheoryDataRow<string>> Shapes => GoldenShape.All.Where(shape => shape.Targets.Count > 0).Select(shape => new TheoryDataRow<string>(shape.Name));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_is_emitted_as_verified_and_compiles_without_warnings(string name)
    {
        GoldenShape shape = GoldenShape.Of(name);
        foreach (TestTarget target in shape.Targets)
        {
            GeneratorRun run = GeneratorRun.Of(target, shape.Source).ShouldBeWell();
            run.Sources.ShouldNotBeEmpty();
            shape.Differences(target, run.Sources).ShouldBeEmpty();
        }
    }
}
