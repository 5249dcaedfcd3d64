using System;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Submission into a mapped page.</summary>
[Collection(nameof(FakePortal))]
public sealed unsafe class PortalTests : IDisposable
{
    private static readonly DsaHwDesc s_move = new()
    {
        Pasid = 0x12345,
        Priv = 1,
        Flags = IdxdOperationFlags.CacheControl,
        Opcode = DsaOpcode.MemoryMove,
        SrcAddr = 0x1000,
        DstAddr = 0x2000,
        XferSize = 64,
    };

    private readonly FakePortal _queue = new();

    private static Type[] Descriptors { get; } =
    [
        typeof(DsaHwDesc), typeof(DsaHwDesc).MakeByRefType(), typeof(ReadOnlySpan<DsaHwDesc>),
        typeof(IaxHwDesc), typeof(IaxHwDesc).MakeByRefType(), typeof(ReadOnlySpan<IaxHwDesc>),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_descriptor_arrives_with_its_record_and_without_what_the_processor_fills_in()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();

        portal.TrySubmit(s_move, completion).ShouldBeTrue();

        DsaHwDesc arrived = MemoryMarshal.Read<DsaHwDesc>(FakePortal.Stores.Single().Image);
        arrived.Pasid.ShouldBe(0u);
        arrived.Priv.ShouldBe(0u);
        arrived.Flags.ShouldBe(IdxdOperationFlags.CacheControl | IdxdOperationFlags.CompletionAddressValid | IdxdOperationFlags.RequestCompletionRecord);
        arrived.Opcode.ShouldBe(DsaOpcode.MemoryMove);
        arrived.CompletionAddr.ShouldBe(completion.Address);
        (arrived.SrcAddr, arrived.DstAddr, arrived.XferSize).ShouldBe((0x1000ul, 0x2000ul, 64u));
        s_move.Pasid.ShouldBe(0x12345u);
        (completion.Address.Value % 64).ShouldBe(0ul);
        FakePortal.Complete(completion.Address);
        completion.Wait(TimeSpan.FromSeconds(10), Token).Outcome.ShouldBe(DsaCompletionStatus.Success);
    }

    [Fact]
    public void So_does_one_of_analytics()
    {
        FakePortal.Completes = true;
        using IaxPortal portal = _queue.Iax();
        using IaxCompletion completion = new();

        portal.TrySubmit(new IaxHwDesc { Opcode = IaxOpcode.Decompress, Src1Addr = new UserPointer(0x3000), NumInputs = 5 }, completion).ShouldBeTrue();

        IaxHwDesc arrived = MemoryMarshal.Read<IaxHwDesc>(FakePortal.Stores.Single().Image);
        (arrived.Opcode, arrived.Src1Addr.Value, arrived.NumInputs).ShouldBe((IaxOpcode.Decompress, 0x3000ul, 5u));
        arrived.CompletionAddr.ShouldBe(completion.Address);
        completion.TryGetRecord(out IaxCompletionRecord record).ShouldBeTrue();
        record.Outcome.ShouldBe(IaxCompletionStatus.Success);
        portal.Submit([new IaxHwDesc()], [completion]).ShouldBe(1);
    }

    [Fact]
    public void The_slots_of_the_page_are_used_in_turn()
    {
        FakePortal.Completes = true;
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        for (int i = 0; i < 128; i++)
        {
            portal.TrySubmit(s_move, completion).ShouldBeTrue();
            completion.TryGetRecord(out _).ShouldBeTrue();
        }

        int[] offsets = [.. FakePortal.Stores.Select(store => store.Offset)];
        offsets[..64].Order().ShouldBe(Enumerable.Range(0, 64).Select(slot => slot * 64));
        offsets[64..].ShouldBe(offsets[..64]);
        offsets.Zip(offsets.Skip(1)).ShouldAllBe(pair => pair.Second == (pair.First + 64) % 4096);
    }

    [Fact]
    public void A_full_shared_queue_is_tried_again_and_given_up()
    {
        using DsaPortal portal = _queue.Dsa(retries: 3);
        using DsaCompletion completion = new();

        FakePortal.Refusals = 3;
        portal.TrySubmit(s_move, completion).ShouldBeTrue();
        FakePortal.Complete(completion.Address);
        completion.TryGetRecord(out _).ShouldBeTrue();

        FakePortal.Refusals = 10;
        portal.TrySubmit(s_move, completion).ShouldBeFalse();
        FakePortal.Refusals.ShouldBe(6, "one attempt and three more");
        completion.IsPending.ShouldBeFalse();
        portal.InFlight.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => completion.TryGetRecord(out _)).Message.ShouldContain("Nothing was submitted");
        FakePortal.Stores.Count.ShouldBe(1);
    }

    [Fact]
    public void A_dedicated_queue_never_gets_more_than_it_holds()
    {
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Movdir64B, places: 2);
        using DsaCompletion first = new();
        using DsaCompletion second = new();
        using DsaCompletion third = new();
        portal.Places.ShouldBe(2);

        portal.TrySubmit(s_move, first).ShouldBeTrue();
        portal.TrySubmit(s_move, second).ShouldBeTrue();
        portal.TrySubmit(s_move, third).ShouldBeFalse();
        FakePortal.Stores.Count.ShouldBe(2);

        FakePortal.Complete(first.Address);
        portal.TrySubmit(s_move, third).ShouldBeFalse("nobody has looked yet");
        first.TryGetRecord(out _).ShouldBeTrue();
        first.TryGetRecord(out _).ShouldBeTrue("looking twice gives one place back");
        portal.InFlight.ShouldBe(1);
        portal.TrySubmit(s_move, third).ShouldBeTrue();
        portal.InFlight.ShouldBe(2);
        FakePortal.Complete(second.Address);
        FakePortal.Complete(third.Address);
        second.Wait(TimeSpan.FromSeconds(10), Token);
        third.Wait(TimeSpan.FromSeconds(10), Token);
        portal.InFlight.ShouldBe(0);
    }

    [Fact]
    public void Several_are_submitted_as_far_as_there_is_room()
    {
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Movdir64B, places: 20);
        DsaCompletion[] completions = [.. Enumerable.Range(0, 24).Select(_ => new DsaCompletion())];
        DsaHwDesc[] descriptors = [.. Enumerable.Range(0, 24).Select(i => s_move with { XferSize = (uint)i })];

        portal.Submit(descriptors, completions).ShouldBe(20);

        FakePortal.Stores.Select(store => MemoryMarshal.Read<DsaHwDesc>(store.Image).XferSize).ShouldBe(Enumerable.Range(0, 20).Select(i => (uint)i));
        completions.Count(completion => completion.IsPending).ShouldBe(20);
        Should.Throw<ArgumentException>(() => portal.Submit(descriptors, completions.AsSpan(1))).Message.ShouldContain("24 descriptors and 23 records");
        portal.Submit([], []).ShouldBe(0);
        foreach (DsaCompletion completion in completions.Where(completion => completion.IsPending))
            FakePortal.Complete(completion.Address);
        foreach (DsaCompletion completion in completions)
            completion.Dispose();
        portal.InFlight.ShouldBe(0);
    }

    [Fact]
    public void A_record_serves_one_operation_at_a_time()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        portal.TrySubmit(s_move, completion).ShouldBeTrue();

        Should.Throw<InvalidOperationException>(() => portal.TrySubmit(s_move, completion)).Message.ShouldContain("whose end nobody has seen yet");

        FakePortal.Stores.Count.ShouldBe(1);
        portal.InFlight.ShouldBe(1);
        FakePortal.Complete(completion.Address, bytes: 64);
        completion.TryGetRecord(out DsaCompletionRecord record).ShouldBeTrue();
        record.BytesCompleted.ShouldBe(64u);
        portal.TrySubmit(s_move, completion).ShouldBeTrue();
        completion.TryGetRecord(out record).ShouldBeFalse("the record was cleared");
        FakePortal.Complete(completion.Address);
    }

    [Fact]
    public void Threads_share_a_portal()
    {
        FakePortal.Completes = true;
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Movdir64B, places: 4);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            using DsaCompletion completion = new();
            for (int i = 0; i < 512; i++)
            {
                portal.TrySubmit(s_move, completion).ShouldBeTrue();
                completion.Wait(TimeSpan.FromSeconds(10), Token);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        portal.InFlight.ShouldBe(0);
        FakePortal.Stores.GroupBy(store => store.Offset).ShouldAllBe(slot => slot.Count() == 4 * 512 / 64);
    }

    [Fact]
    public void Nothing_submits_but_a_portal()
        => typeof(IdxdPortal).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => Descriptors.Contains(parameter.ParameterType)))
            .Select(method => $"{(method.IsStatic ? "static " : "")}{method.DeclaringType!.Name}.{method.Name}")
            .ShouldBe(["DsaPortal.Submit", "DsaPortal.TrySubmit", "IaxPortal.Submit", "IaxPortal.TrySubmit"], ignoreOrder: true);

    // Machine code for both: cmp in ENQCMD's place, which leaves "accepted".
    [Fact]
    public void Submitting_and_looking_allocate_nothing()
    {
        byte[] code = [.. CodePage.EnqcmdCode];
        new byte[] { 0x3d, 1, 0, 0, 0 }.CopyTo(code, 5);
        using DsaPortal portal = _queue.Dsa(code: CodePage.Map(code));
        using DsaCompletion completion = new();
        DsaHwDesc[] descriptors = [s_move];
        DsaCompletion[] completions = [completion];
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
            Round();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Round()
        {
            portal.TrySubmit(s_move, completion);
            FakePortal.Complete(completion.Address);
            completion.Wait(TimeSpan.FromSeconds(10), Token);
            portal.Submit(descriptors, completions);
            FakePortal.Complete(completion.Address);
            completion.TryGetRecord(out _);
        }
    }

    [Fact]
    public void A_missing_record_is_refused_before_anything_happens()
    {
        using DsaPortal portal = _queue.Dsa();
        DsaCompletion disposed = new();
        disposed.Dispose();

        Should.Throw<ArgumentNullException>(() => portal.TrySubmit(s_move, null!)).ParamName.ShouldBe("completion");
        Should.Throw<ObjectDisposedException>(() => portal.TrySubmit(s_move, disposed));
        FakePortal.Stores.ShouldBeEmpty();
        portal.InFlight.ShouldBe(0);
    }
}
