using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Commands;

public sealed class ErrnoTests
{
    private const int Largest = 133;

    private static bool HasGenericNumbers => ProcessAbi.Current is not (LinuxAbi.Mips64el or LinuxAbi.Sparc64);

    private static IEnumerable<Errno> All => Enum.GetValues<Errno>().Where(error => error is not (Errno.None or Errno.ENOTSUPP));

    [Fact]
    public unsafe void Names_and_texts_are_those_of_the_C_library()
    {
        Assert.SkipUnless(HasGenericNumbers, "this machine has numbers of its own");
        for (int number = 1; number <= Largest; number++)
        {
            string name = Native.Text(Native.ErrorName(number));
            if (name.Length == 0)
            {
                Enum.IsDefined((Errno)number).ShouldBeFalse();
                continue;
            }

            ((Errno)number).ToString().ShouldBe(name);
            ((Errno)number).Name().ShouldBe(name);
            ((Errno)number).Text().ShouldBe(Native.Text(Native.ErrorText(number)));
        }
    }

    [Fact]
    public void A_number_without_a_name_keeps_its_number()
    {
        ((Errno)4000).Name().ShouldBe("errno 4000");
        ((Errno)4000).Text().ShouldBe("Unknown error");
        Errno.ENOTSUPP.Name().ShouldBe("ENOTSUPP");
    }

    [Theory]
    [InlineData(LinuxAbi.X86_64, 110, Errno.ETIMEDOUT)]
    [InlineData(LinuxAbi.X86_64, 524, Errno.ENOTSUPP)]
    [InlineData(LinuxAbi.Ppc64le, 58, Errno.EDEADLK)]
    [InlineData(LinuxAbi.Ppc64le, 35, Errno.EDEADLK)]
    [InlineData(LinuxAbi.Mips64el, 28, Errno.ENOSPC)]
    [InlineData(LinuxAbi.Mips64el, 145, Errno.ETIMEDOUT)]
    [InlineData(LinuxAbi.Mips64el, 97, Errno.EMSGSIZE)]
    [InlineData(LinuxAbi.Mips64el, 45, Errno.EDEADLK)]
    [InlineData(LinuxAbi.Mips64el, 56, Errno.EDEADLK)]
    [InlineData(LinuxAbi.Mips64el, 1133, Errno.EDQUOT)]
    [InlineData(LinuxAbi.Mips64el, 524, Errno.ENOTSUPP)]
    [InlineData(LinuxAbi.Sparc64, 40, Errno.EMSGSIZE)]
    [InlineData(LinuxAbi.Sparc64, 45, Errno.EOPNOTSUPP)]
    [InlineData(LinuxAbi.Sparc64, 60, Errno.ETIMEDOUT)]
    [InlineData(LinuxAbi.Sparc64, 28, Errno.ENOSPC)]
    public void A_machines_raw_number_becomes_the_generic_one(LinuxAbi abi, int raw, Errno error) => RawErrno.Translate(raw, abi).ShouldBe(error);

    [Theory]
    [InlineData(LinuxAbi.Mips64el)]
    [InlineData(LinuxAbi.Sparc64)]
    public void Every_error_has_exactly_one_raw_number(LinuxAbi abi)
    {
        // EDEADLOCK is a second number of EDEADLK there.
        List<Errno> reached = Enumerable.Range(1, 1200).Select(raw => RawErrno.Translate(raw, abi)).Where(error => (int)error <= Largest).ToList();
        All.Except(reached).ShouldBeEmpty();
        reached.GroupBy(error => error).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBe([Errno.EDEADLK]);
    }

    [Theory]
    [InlineData(LinuxAbi.Mips64el, 141)] // EINIT
    [InlineData(LinuxAbi.Sparc64, 67)] // EPROCLIM
    public void A_number_that_only_one_machine_has_is_no_other_machines_error(LinuxAbi abi, int raw)
    {
        Errno error = RawErrno.Translate(raw, abi);
        Enum.IsDefined(error).ShouldBeFalse();
        IoctlCall.IsError(-(int)error).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4096)]
    public void No_raw_number_makes_a_failure_look_like_success(int raw) => RawErrno.Translate(raw, LinuxAbi.X86_64).ShouldBe(Errno.EIO);
}
