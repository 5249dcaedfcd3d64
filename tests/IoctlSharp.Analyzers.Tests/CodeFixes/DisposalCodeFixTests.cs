using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class DisposalCodeFixTests
{
    [Fact]
    public Task Locals() => Fix.Makes<DisposalCodeFix>(
        RuleIds.ResourceIsNotDisposed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer)
            {
                // The queue.
                DmaMapping mapping = container.Map(buffer, 0x1000);
                var signal = new EventFd(); // for the queue
                signal.Signal();
                Console.WriteLine(mapping.Iova);
            }
        }
        """,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer)
            {
                // The queue.
                using DmaMapping mapping = container.Map(buffer, 0x1000);
                using var signal = new EventFd(); // for the queue
                signal.Signal();
                Console.WriteLine(mapping.Iova);
            }
        }
        """);

    [Fact]
    public Task Where_using_cannot_stand() => Fix.IsNotOffered<DisposalCodeFix>(
        RuleIds.ResourceIsNotDisposed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer, VfioGroup group, string name, int way)
            {
                container.Map(buffer, 0x1000);
                Errno error = group.TryGetDevice(name, out VfioDevice device);
                EventFd one = new(), other = new();
                switch (way)
                {
                    case 1:
                        EventFd signal = new();
                        signal.Signal();
                        break;
                }
                Console.WriteLine(error);
            }
        }
        """);
}
