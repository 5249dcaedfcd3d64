namespace IoctlSharp.Interop;

/// <summary>The real call.</summary>
internal readonly unsafe struct KernelArgumentCall : IArgumentCall
{
    private readonly int _fd;
    private readonly nuint _request;

    public KernelArgumentCall(int fd, nuint request)
    {
        _fd = fd;
        _request = request;
    }

    public int Invoke(byte* argument) => IoctlCall.Call(_fd, _request, argument);
}
