using System;
using System.Reflection;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Coverage.Tests;

/// <summary>What a mark is held against: the code of its test.</summary>
public sealed class ReachTests
{
    [Fact]
    public void A_call_is_found_directly_through_others_and_in_lambdas()
    {
        Of(nameof(Samples.Calls)).Names.ShouldBe(["VFIO_GET_API_VERSION"]);
        Of(nameof(Samples.CallsLater)).Names.ShouldBe(["VFIO_GET_API_VERSION"]);
        Of(nameof(Samples.CallsNothing)).Names.ShouldBeEmpty();
    }

    [Fact]
    public void A_feature_that_is_only_asked_for_is_not_used()
    {
        Of(nameof(Samples.Asks)).Names.ShouldBe(["VFIO_DEVICE_FEATURE"]);
        Of(nameof(Samples.Uses)).Names.ShouldBe(["VFIO_DEVICE_FEATURE", "VFIO_DEVICE_FEATURE_MIGRATION"], ignoreOrder: true);
    }

    [Fact]
    public void An_error_is_one_of_the_integers()
    {
        Of(nameof(Samples.Asserts)).Integers.ShouldContain((int)Errno.ENOTTY);
        Of(nameof(Samples.Calls)).Integers.ShouldNotContain((int)Errno.ENOTTY);
    }

    private static Reach Of(string name) => new(typeof(Samples).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!);

    private static class Samples
    {
        internal static void Calls(VfioContainer container) => container.GetApiVersion();

        internal static Action CallsLater(VfioContainer container) => () => Calls(container);

        internal static int CallsNothing(VfioContainer container) => container.GetHashCode();

        internal static Errno Asks(VfioDevice device) => device.ProbeMigration();

        internal static VfioDeviceFeatureMigration Uses(VfioDevice device) => device.GetMigration();

        internal static bool Asserts(Errno error) => error == Errno.ENOTTY;
    }
}
