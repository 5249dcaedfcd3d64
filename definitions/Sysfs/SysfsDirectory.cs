using System;
using System.Globalization;
using System.IO;

namespace IoctlSharp;

/// <summary>The attributes in a directory of sysfs. Every reading asks the kernel again.</summary>
internal sealed class SysfsDirectory(string path)
{
    public string Path { get; } = path;

    public string Text(string attribute)
        => TryText(attribute) ?? throw new IOException($"{File(attribute)} is not there, or says nothing now: the kernel, or the device, is older than that attribute or does not have it.");

    /// <summary>Null where the kernel shows no such attribute, or where it has no value for this device: it fails to read then.</summary>
    public string? TryText(string attribute)
    {
        try
        {
            return System.IO.File.ReadAllText(File(attribute)).Trim();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new IOException($"{Path} is gone: the device was removed.", exception);
        }
        catch (IOException exception) when ((Errno)exception.HResult is Errno.EOPNOTSUPP or Errno.ENXIO or Errno.ENODEV or Errno.ENOENT)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{File(attribute)} cannot be read: {exception.Message}", exception);
        }
    }

    public ulong Number(string attribute) => Number(attribute, Text(attribute));

    public ulong? TryNumber(string attribute) => TryText(attribute) is { } text ? Number(attribute, text) : null;

    public uint Number32(string attribute) => Narrow(attribute, Number(attribute));

    public uint? TryNumber32(string attribute) => TryNumber(attribute) is { } number ? Narrow(attribute, number) : null;

    public int Signed(string attribute)
        => int.TryParse(Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw Unexpected(attribute, Text(attribute), "a number");

    public bool Flag(string attribute) => Number(attribute) != 0;

    public bool? TryFlag(string attribute) => TryNumber(attribute) is { } number ? number != 0 : null;

    public IOException Unexpected(string attribute, string text, string expected) => new($"{File(attribute)} says \"{text}\" where {expected} should be.");

    private ulong Number(string attribute, string text)
    {
        bool isHexadecimal = text.StartsWith("0x", StringComparison.Ordinal);
        return ulong.TryParse(isHexadecimal ? text.Substring(2) : text, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : throw Unexpected(attribute, text, "a number");
    }

    private uint Narrow(string attribute, ulong number) => number <= uint.MaxValue ? (uint)number : throw Unexpected(attribute, $"{number}", "a number of 32 bits");

    private string File(string attribute) => System.IO.Path.Combine(Path, attribute);
}
