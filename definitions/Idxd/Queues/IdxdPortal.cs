using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace IoctlSharp.Idxd;

/// <summary>
/// An open work queue and the page through which it is written to. The process has one PASID for all its queues, and its threads share the portal. A child process cannot use it: the kernel does
/// not let it inherit the page. Disposing it unmaps the page, then closes the file, in which the kernel waits for what is in flight.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public abstract unsafe class IdxdPortal : SafeHandle
{
    private const int DescriptorSize = 64;
    private const uint Slots = 64;
    private const int MostAtOnce = 128;

    private readonly string _name;
    private readonly DeviceHandle _file;
    private readonly MappedRegion? _page;
    private readonly byte* _slots;
    private readonly delegate* unmanaged[Cdecl]<byte*, byte*, int> _code;
    private readonly byte* _forkMark;
    private int _turn;
    private int _inFlight;
    private volatile bool _isDrained;

    private protected IdxdPortal(PortalSetup setup)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _name = setup.Name;
        _file = setup.File;
        _page = setup.Page;
        _slots = setup.Page is null ? null : (byte*)setup.Page.Address.Value;
        _code = (delegate* unmanaged[Cdecl]<byte*, byte*, int>)setup.Code;
        _forkMark = ForkMark.Address;
        Submission = setup.Submission;
        Places = setup.Places == 0 ? null : setup.Places;
        Retries = setup.Retries;
        // A finalizer may come to the file before it comes to the portal: it closes when this reference is given up, behind the page.
        bool isHeld = false;
        _file.DangerousAddRef(ref isHeld);
        SetHandle(new IntPtr(1));
    }

    /// <summary>How descriptors get into the queue.</summary>
    public IdxdSubmission Submission { get; }

    /// <summary>How many operations may be in flight: the size of a dedicated queue, which drops what is too much and tells nobody; null of a shared one, which says that it is full.</summary>
    public int? Places { get; }

    /// <summary>How often a descriptor is offered again to a shared queue that is full.</summary>
    public int Retries { get; }

    /// <summary>How many operations were submitted whose end nobody has seen yet. Looking at a completion that has ended gives its place back.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <inheritdoc />
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>The queue and the way of submission.</summary>
    public override string ToString() => $"{GetType().Name} of {_name} ({(IsClosed ? "closed" : Submission.ToString())})";

    // The file is closed: no device writes for it any more.
    internal bool IsDrained => _isDrained;

    internal void GiveBack() => Interlocked.Decrement(ref _inFlight);

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        _page?.Dispose();
        _file.Dispose();
        _file.DangerousRelease();
        _isDrained = true;
        return true;
    }

    private protected bool Send(byte* image, IdxdCompletion completion)
    {
        Enter();
        try
        {
            if (!Prepare(image, completion))
                return false;
            bool isTaken = false;
            try
            {
                isTaken = Transfer(image, 1) == 1;
                return isTaken;
            }
            finally
            {
                if (!isTaken)
                    completion.Withdraw();
            }
        }
        finally
        {
            DangerousRelease();
        }
    }

    private protected int SendAll<TDescriptor, TCompletion>(ReadOnlySpan<TDescriptor> descriptors, ReadOnlySpan<TCompletion> completions)
        where TDescriptor : unmanaged
        where TCompletion : IdxdCompletion
    {
        if (descriptors.Length != completions.Length)
            throw new ArgumentException($"There are {descriptors.Length} descriptors and {completions.Length} records: each descriptor takes one.", nameof(completions));
        byte* images = stackalloc byte[MostAtOnce * DescriptorSize];
        int sent = 0;
        while (sent < descriptors.Length)
        {
            int count = Math.Min(MostAtOnce, descriptors.Length - sent);
            descriptors.Slice(sent, count).CopyTo(new Span<TDescriptor>(images, count));
            int taken = SendSome(images, completions.Slice(sent, count), isFirst: sent == 0);
            sent += taken;
            if (taken < count)
                break;
        }

        return sent;
    }

    private int SendSome<TCompletion>(byte* images, ReadOnlySpan<TCompletion> completions, bool isFirst)
        where TCompletion : IdxdCompletion
    {
        Enter();
        int prepared = 0;
        int taken = 0;
        try
        {
            while (prepared < completions.Length && Prepare(images + prepared * DescriptorSize, completions[prepared]))
                prepared++;
            taken = Transfer(images, prepared);
        }
        catch (IOException) when (!isFirst)
        {
            // Some were submitted: the error comes again with the next call.
        }
        finally
        {
            for (int i = taken; i < prepared; i++)
                completions[i].Withdraw();
            DangerousRelease();
        }

        return taken;
    }

    private void Enter()
    {
        if (ForkMark.IsForked(_forkMark))
            throw new InvalidOperationException($"{this} was opened by the process that this one was forked from, and is of no use here: a child has no portal and no PASID. Open the queue in the child.");
        bool isHeld = false;
        DangerousAddRef(ref isHeld);
    }

    // False when there is no place left.
    private bool Prepare(byte* image, IdxdCompletion completion)
    {
        if (completion is null)
            throw new ArgumentNullException(nameof(completion));
        ulong address = completion.Address.Value;
        completion.Begin(this);
        // Withdrawing gives back what is taken here.
        if (Interlocked.Increment(ref _inFlight) > (Places ?? int.MaxValue))
        {
            completion.Withdraw();
            return false;
        }

        // Both kinds begin alike: pasid:20, rsvd:11, priv:1; flags:24, opcode:8; completion_addr. ENQCMD puts the PASID there itself, and so does the kernel.
        const uint IsWanted = (uint)(IdxdOperationFlags.CompletionAddressValid | IdxdOperationFlags.RequestCompletionRecord);
        ((uint*)image)[0] = 0;
        ((uint*)image)[1] |= IsWanted;
        ((ulong*)image)[1] = address;
        return true;
    }

    private int Transfer(byte* images, int count)
    {
        if (count == 0)
            return 0;
        if (Submission == IdxdSubmission.Write)
            return WriteDescriptors(images, count);
        for (int i = 0; i < count; i++)
        {
            if (!Store(images + i * DescriptorSize))
                return i;
        }

        return count;
    }

    // Stores to one slot wait for each other on the way, those to different slots do not.
    private bool Store(byte* image)
    {
        byte* slot = _slots + ((uint)Interlocked.Increment(ref _turn) % Slots) * DescriptorSize;
        for (int attempt = 0; _code(slot, image) != 0; attempt++)
        {
            if (attempt >= Retries)
                return false;
            Thread.SpinWait(1);
        }

        return true;
    }

    private int WriteDescriptors(byte* images, int count)
    {
        Errno error = _file.TryWriteNext(new ReadOnlySpan<byte>(images, count * DescriptorSize), out int written);
        if (error is Errno.None or Errno.EAGAIN)
            return written / DescriptorSize;
        throw new IOException($"Writing a descriptor to {this} failed with {error.Name()} ({(int)error}, {error.Text()}){Explain(error)}.", (int)error);
    }

    private static string Explain(Errno error) => error switch
    {
        Errno.EINVAL => ": the kernel looks at each descriptor of a device under INTEL-SA-01084, and takes no batches for it; an older kernel takes none at all",
        Errno.EPERM => ": the queue was opened by another process",
        _ => "",
    };
}
