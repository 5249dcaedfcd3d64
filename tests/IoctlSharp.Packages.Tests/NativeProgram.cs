using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace IoctlSharp.Packages.Tests;

/// <summary>The published native program and its machine code.</summary>
/// <param name="build">The build that published it.</param>
public sealed class NativeProgram(ConsumerBuild build)
{
    public Command Run() => build.Run(new Dictionary<string, string>(), build.Published(build.Consumer));

    /// <summary>The instructions of a method, in AT&amp;T's syntax, without addresses and encodings.</summary>
    /// <param name="symbol">The end of the compiler's name for it.</param>
    public string[] Instructions(string symbol)
    {
        string path = build.Published(build.Consumer);
        string[] names = [.. Regex.Matches(Tool("nm", path), $@"^\S+ [tT] (\S*{symbol})$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Distinct()];
        string name = names.ShouldHaveSingleItem($"the native code of {symbol}");
        string listing = Tool("objdump", "--disassemble=" + name, "--no-show-raw-insn", "--no-addresses", path);
        return [.. Regex.Matches(listing, @"^\t(.+?)\s*$", RegexOptions.Multiline).Select(match => Regex.Replace(match.Groups[1].Value, @"\s+", " "))];
    }

    private string Tool(string program, params string[] arguments) => build.Run(new Dictionary<string, string>(), program, arguments).ShouldSucceed().Output;
}
