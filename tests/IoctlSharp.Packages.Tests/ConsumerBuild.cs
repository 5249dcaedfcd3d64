using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace IoctlSharp.Packages.Tests;

/// <summary>A build of a consumer: what the tools said, and where the program is.</summary>
public sealed partial record ConsumerBuild(Command Command, string Output, string Consumer)
{
    /// <summary>The ids of the errors, each once, in order.</summary>
    public string[] Errors => [.. ErrorId().Matches(Command.Output).Select(match => match.Groups[1].Value).Distinct().Order()];

    public ConsumerBuild ShouldSucceed()
    {
        Command.ShouldSucceed();
        Warning().Matches(Command.Output).ShouldBeEmpty(Command.ToString());
        return this;
    }

    public ConsumerBuild ShouldFailWith(params string[] errors)
    {
        Command.ShouldFail();
        Errors.ShouldBe(errors, Command.ToString());
        return this;
    }

    public Command Run(IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
        => Command.Run(Output, environment, program, arguments);

    /// <summary>A file of the build's output.</summary>
    public string File(string name) => Path.Combine(Output, "bin", Consumer, "release", name);

    /// <summary>A file of the publish folder.</summary>
    public string Published(string name) => Path.Combine(PublishFolder(Output), name);

    public static string PublishFolder(string output) => Path.Combine(output, "published");

    [GeneratedRegex(@"\bwarning [A-Z]+[0-9]+:")]
    private static partial Regex Warning();

    [GeneratedRegex(@"\berror ([A-Z]+[0-9]+):")]
    private static partial Regex ErrorId();
}
