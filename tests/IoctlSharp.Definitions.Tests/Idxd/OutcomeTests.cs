using System.IO;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>What completion records say in words.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public void A_page_fault_says_what_is_done_and_what_to_do()
    {
        DsaCompletionRecord record = new() { Status = (byte)DsaCompletionStatus.PageFaultNoBlock, BytesCompleted = 8192, FaultAddr = 0x7f00_0000_3000 };

        record.Explain().ShouldBe("The page at 0x7f0000003000 was not there to be read, and the operation ended after 8192 bytes: touch the page and submit the rest, or submit with BlockOnFault.");
        record.Status |= (byte)IdxdCompletionBits.Write;
        record.Explain().ShouldContain("was not there to be written");
        record.IsPageFault.ShouldBeTrue();
        Should.Throw<IOException>(() => record.ThrowIfFailed()).Message.ShouldBe(record.Explain());
    }

    [Theory]
    [InlineData(DsaCompletionStatus.None, "has not ended yet")]
    [InlineData(DsaCompletionStatus.PageFaultInvalidResponse, "The process has no page at 0x0 that may be read")]
    [InlineData(DsaCompletionStatus.BatchPageFault, "the batch ended after 0 descriptors")]
    [InlineData(DsaCompletionStatus.BatchFail, "at least one of them failed")]
    [InlineData(DsaCompletionStatus.CraAlign, "The operation failed: CraAlign (0x1b).")]
    public void A_failure_is_thrown(DsaCompletionStatus status, string text)
        => Should.Throw<IOException>(() => new DsaCompletionRecord { Status = (byte)status }.ThrowIfFailed()).Message.ShouldContain(text);

    [Fact]
    public void Refused_flags_are_named()
    {
        DsaCompletionRecord record = new() { Status = (byte)DsaCompletionStatus.InvalidFlags };
        record.Results.InvalidFlags = IdxdOperationFlags.CacheControl;

        record.Explain().ShouldBe("The operation does not have the flags CacheControl.");
    }

    [Theory]
    [InlineData(DsaCompletionStatus.Success)]
    [InlineData(DsaCompletionStatus.SuccessPred)]
    public void What_is_done_is_no_failure(DsaCompletionStatus status) => new DsaCompletionRecord { Status = (byte)status }.ThrowIfFailed();

    [Theory]
    [InlineData(IaxCompletionStatus.PrsTimeout, "did not bring the page at 0x1000 in time")]
    [InlineData(IaxCompletionStatus.PageFaultInvalidResponse, "The page at 0x1000 could not be read")]
    [InlineData(IaxCompletionStatus.AnalyticsError, "error code 9")]
    [InlineData(IaxCompletionStatus.OutbufOverflow, "give more room")]
    [InlineData(IaxCompletionStatus.Watchdog, "Watchdog (0x24)")]
    public void So_it_is_of_analytics(IaxCompletionStatus status, string text)
    {
        IaxCompletionRecord record = new() { Status = (byte)status, ErrorCode = 9, FaultAddr = 0x1000 };

        Should.Throw<IOException>(() => record.ThrowIfFailed()).Message.ShouldContain(text);
        new IaxCompletionRecord { Status = (byte)IaxCompletionStatus.Success, OutputSize = 3 }.Explain().ShouldContain("3 bytes of output");
    }
}
