using System;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Spapr.Tests;

public class EehDetectorTests
{
    private readonly SubstitutedReader _reader = new() { Value = 0x0100_00ed };
    private readonly EehDetector _detector;

    public EehDetectorTests() => _detector = new EehDetector(_reader);

    [Fact]
    public void A_device_that_answers_is_not_suspected_and_the_container_not_asked()
    {
        _reader.State = EehState.Stopped;

        EehFinding finding = _detector.CheckConfig();

        finding.Evidence.ShouldBe(EehEvidence.None);
        finding.IsFrozen.ShouldBeFalse();
        _reader.StatesAsked.ShouldBe(0);
        _reader.Reads.ShouldBe([(VfioPciRegion.Config, 8ul)]);
    }

    [Theory]
    [InlineData(EehState.Stopped)]
    [InlineData(EehState.StoppedDma)]
    [InlineData(EehState.Unavailable)]
    [InlineData(EehState.Reset)]
    [InlineData((EehState)77)]
    public void All_ones_in_the_configuration_space_are_confirmed_by_every_state_but_normal(EehState state)
    {
        _reader.Value = uint.MaxValue;
        _reader.State = state;

        EehFinding finding = _detector.CheckConfig();

        finding.Evidence.ShouldBe(EehEvidence.AllOnes);
        finding.State.ShouldBe(state);
        finding.IsFrozen.ShouldBeTrue();
        _reader.StatesAsked.ShouldBe(1);
    }

    [Fact]
    public void All_ones_by_right_are_no_freeze()
    {
        _reader.Value = uint.MaxValue;

        EehFinding finding = _detector.CheckBar(VfioPciRegion.Bar2, 0x10);

        finding.Evidence.ShouldBe(EehEvidence.AllOnes);
        finding.IsFrozen.ShouldBeFalse();
        _reader.Reads.ShouldBe([(VfioPciRegion.Bar2, 0x10ul)]);
    }

    [Fact]
    public void All_ones_from_a_bar_are_confirmed()
    {
        _reader.Value = uint.MaxValue;
        _reader.State = EehState.Stopped;

        _detector.CheckBar(VfioPciRegion.Bar0, 0).IsFrozen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Errno.ENODEV)]
    [InlineData(Errno.EIO)]
    public void A_read_that_fails_is_confirmed(Errno error)
    {
        _reader.Error = error;
        _reader.State = EehState.Stopped;

        EehFinding finding = _detector.CheckConfig();

        finding.Evidence.ShouldBe(EehEvidence.ReadFailed);
        finding.IsFrozen.ShouldBeTrue();
    }

    [Fact]
    public void A_read_that_fails_in_the_normal_state_is_no_freeze()
    {
        _reader.Error = Errno.EIO;

        _detector.CheckConfig().IsFrozen.ShouldBeFalse();
        _reader.StatesAsked.ShouldBe(1);
    }

    [Fact]
    public void Values_of_each_width_are_judged_by_all_of_their_bits()
    {
        _reader.State = EehState.Stopped;

        _detector.Judge(byte.MaxValue).IsFrozen.ShouldBeTrue();
        _detector.Judge(ushort.MaxValue).IsFrozen.ShouldBeTrue();
        _detector.Judge(uint.MaxValue).IsFrozen.ShouldBeTrue();
        _detector.Judge(ulong.MaxValue).IsFrozen.ShouldBeTrue();
        _detector.Judge((ushort)byte.MaxValue).IsFrozen.ShouldBeFalse();
        _detector.Judge((uint)ushort.MaxValue).IsFrozen.ShouldBeFalse();
        _detector.Judge((ulong)uint.MaxValue).IsFrozen.ShouldBeFalse();
        _reader.StatesAsked.ShouldBe(4);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x04)]
    [InlineData(0x10)]
    [InlineData(0x24)]
    [InlineData(0x30)]
    [InlineData(0x34)]
    [InlineData(0x3c)]
    public void What_vfio_answers_from_its_own_copy_is_refused(ulong offset)
    {
        Should.Throw<ArgumentException>(() => _detector.CheckConfig(offset)).Message.ShouldContain("Offset 8");
        _reader.Reads.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0x08)]
    [InlineData(0x0c)]
    [InlineData(0x2c)]
    [InlineData(0x40)]
    public void What_the_device_answers_is_read(ulong offset)
    {
        _detector.CheckConfig(offset);

        _reader.Reads.ShouldBe([(VfioPciRegion.Config, offset)]);
    }

    [Fact]
    public void A_read_that_is_not_aligned_is_refused() => Should.Throw<ArgumentException>(() => _detector.CheckConfig(0x0a));

    [Fact]
    public void A_region_that_is_no_bar_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => _detector.CheckBar(VfioPciRegion.Rom, 0));
}
