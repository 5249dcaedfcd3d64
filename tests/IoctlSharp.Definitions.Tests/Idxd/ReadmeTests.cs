using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>The sample of <c>definitions/Idxd/README.md</c> compiles: it is the text of a method here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_sample_is_the_method()
    {
        string method = Lines(ThisFile(), $"    private static void {nameof(Sample)}()", "    }");
        string sample = Lines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../definitions/Idxd/README.md"), "```csharp", "```");

        string.Join('\n', method.Split('\n').Skip(1).Select(line => line.Length > 8 ? line[8..] : line)).ShouldBe(sample);
        Should.Throw<Exception>(Sample).ShouldBeAssignableTo<IOException>("there is no wq0.1 on this machine");
    }

    private static void Sample()
    {
        using DsaPortal portal = DsaPortal.Open(new IdxdWorkQueue("wq0.1"));
        using DmaBuffer memory = new(2 * 4096); // does not move; any memory that stays where it is will do
        using DsaCompletion completion = new();
        DsaHwDesc copy = new()
        {
            Opcode = DsaOpcode.MemoryMove,
            Flags = IdxdOperationFlags.BlockOnFault,
            SrcAddr = memory.Address.Value,
            DstAddr = memory.Address.Value + 4096,
            XferSize = 4096,
        };
        while (!portal.TrySubmit(copy, completion))
            Thread.Yield(); // the queue is full
        completion.Wait(TimeSpan.FromSeconds(1)).ThrowIfFailed();
    }

    private static string Lines(string file, string begin, string end)
        => string.Join('\n', File.ReadLines(file).SkipWhile(line => line != begin).Skip(1).TakeWhile(line => line != end));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
