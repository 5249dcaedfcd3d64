namespace IoctlSharp.Interop;

/// <summary>One call with an argument at an address: the kernel's, or a test's.</summary>
internal unsafe interface IArgumentCall
{
    int Invoke(byte* argument);
}
