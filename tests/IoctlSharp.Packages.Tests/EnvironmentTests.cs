namespace IoctlSharp.Packages.Tests;

/// <summary>What the package needs of its surroundings: where it is missing, one error says so.</summary>
public sealed class EnvironmentTests(PackageFeed feed)
{
    // The property by which the compiler's own targets state its version, and by which the SDK picks the folder of analyzers.
    [Theory]
    [InlineData("roslyn4.7", "this one is 4.7")]
    [InlineData("roslyn3.11", "this one is 3.11")]
    public void A_compiler_that_is_too_old_is_an_error(string compiler, string found)
        => feed.Build("Net10", $"-p:CompilerApiVersion={compiler}").ShouldFailWith("IOCTL9002").Command.Output.ShouldContain(found);

    [Fact]
    public void A_compiler_that_does_not_state_its_version_is_an_error()
        => feed.Build("Net10", "-p:ForgetCompilerVersion=true").ShouldFailWith("IOCTL9002").Command.Output.ShouldContain("does not say its version");

    [Fact]
    public void The_oldest_compiler_that_serves_gets_the_generator()
        => feed.Build("Net10", "-p:CompilerApiVersion=roslyn4.8").ShouldSucceed();

    [Fact]
    public void A_language_that_is_too_old_is_an_error()
        => feed.Build("OldLanguage").ShouldFailWith("IOCTL9001");
}
