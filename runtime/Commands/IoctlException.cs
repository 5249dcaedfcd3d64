using System;
using System.IO;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>An ioctl failed. The message says which command, which error, and what the kernel means by it where that is known.</summary>
public sealed class IoctlException : IOException
{
    /// <summary>A failed command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="error">The error.</param>
    /// <param name="meaning">What the kernel means by the error for this command; null when only the general meaning is known.</param>
    public IoctlException(IoctlCommand command, Errno error, string? meaning = null)
        : base(Describe(command, error, meaning ?? General(error)), (int)error)
    {
        Command = command;
        Error = error;
        Meaning = meaning ?? General(error);
    }

    /// <summary>The command.</summary>
    public IoctlCommand Command { get; }

    /// <summary>The error. <see cref="Exception.HResult"/> is its number.</summary>
    public Errno Error { get; }

    /// <summary>What the kernel means by the error, one sentence without a full stop; null when nothing is known.</summary>
    public string? Meaning { get; }

    /// <summary>The exception for a failed call. Called by generated code.</summary>
    /// <param name="command">The command.</param>
    /// <param name="result">The call's result: the negative error number.</param>
    /// <param name="meaning">What the kernel means by the error for this command; null when not known.</param>
    public static IoctlException For(IoctlCommand command, int result, string? meaning = null) => new(command, IoctlCall.ErrorOf(result), meaning);

    private static string Describe(IoctlCommand command, Errno error, string? meaning)
    {
        string failure = $"{command} failed with {error.Name()} ({(int)error}, {error.Text()})";
        return meaning is null ? failure + "." : $"{failure}: {meaning}.";
    }

    // What these mean for every command there is.
    private static string? General(Errno error) => error switch
    {
        Errno.ENOTTY => "the file is of another kind than the command is for, or its driver does not have the command",
        Errno.EBADF => "the file descriptor is not open",
        Errno.EFAULT => "an address in the argument is not mapped, or not accessible in the way that the command needs",
        Errno.EINTR => "a signal interrupted the call",
        _ => null,
    };
}
