using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using IoctlSharp.Idxd;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>
/// A queue that is a file in memory: its page is an ordinary one, and a function stands for the instruction. What that function sees is kept here; tests of it run one after another.
/// </summary>
internal sealed unsafe class FakePortal : IDisposable
{
    private static int s_refusals;
    private static bool s_completes;
    private static ManualResetEventSlim? s_hold;
    private static readonly List<(int Offset, byte[] Image)> s_stores = [];

    public FakePortal()
    {
        Path = $"/dev/shm/ioctlsharp-{Guid.NewGuid():N}";
        File.WriteAllBytes(Path, new byte[Environment.SystemPageSize]);
        s_refusals = 0;
        s_completes = false;
        s_hold = null;
        s_stores.Clear();
    }

    public string Path { get; }

    /// <summary>The file of the portal made last.</summary>
    public WatchedFile? Opened { get; private set; }

    /// <summary>Where each descriptor that was accepted went to in the page, and what it was.</summary>
    public static IReadOnlyList<(int Offset, byte[] Image)> Stores => s_stores;

    /// <summary>How often the device is full from now on.</summary>
    public static int Refusals
    {
        get => s_refusals;
        set => s_refusals = value;
    }

    /// <summary>Whether operations end with success as soon as they are accepted.</summary>
    public static bool Completes
    {
        set => s_completes = value;
    }

    /// <summary>What a submission waits for in the middle of the instruction.</summary>
    public static ManualResetEventSlim? Hold
    {
        set => s_hold = value;
    }

    public DsaPortal Dsa(IdxdSubmission submission = IdxdSubmission.Enqcmd, int places = 0, int retries = 3, IntPtr code = 0)
    {
        Opened = new WatchedFile(Path);
        MappedRegion? page = submission == IdxdSubmission.Write ? null : Opened.Map(0, (ulong)Environment.SystemPageSize, FileAccess.Write);
        Opened.Page = page;
        return new DsaPortal(new PortalSetup("wq0.1", Opened, submission, page, code == 0 ? Instruction : code, places, retries));
    }

    public IaxPortal Iax()
    {
        Opened = new WatchedFile(Path);
        return new IaxPortal(new PortalSetup("wq1.0", Opened, IdxdSubmission.Enqcmd, Opened.Map(0, (ulong)Environment.SystemPageSize, FileAccess.Write), Instruction, 0, 0));
    }

    /// <summary>Ends the operation of a record as the device does: the status comes last.</summary>
    public static void Complete(UserPointer record, byte status = (byte)DsaCompletionStatus.Success, uint bytes = 0)
    {
        byte* address = (byte*)record.Value;
        *(uint*)(address + 4) = bytes;
        Volatile.Write(ref *address, status);
    }

    public void Dispose() => File.Delete(Path);

    private static IntPtr Instruction => (IntPtr)(delegate* unmanaged[Cdecl]<byte*, byte*, int>)&Store;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Store(byte* slot, byte* image)
    {
        s_hold?.Wait();
        if (s_refusals > 0)
        {
            s_refusals--;
            return 1;
        }

        lock (s_stores)
            s_stores.Add(((int)((ulong)slot % (uint)Environment.SystemPageSize), new ReadOnlySpan<byte>(image, 64).ToArray()));
        new ReadOnlySpan<byte>(image, 64).CopyTo(new Span<byte>(slot, 64));
        if (s_completes)
            Complete(new UserPointer(((ulong*)image)[1]));
        return 0;
    }
}
