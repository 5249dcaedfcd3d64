using IoctlSharp;

namespace Demo.@namespace.Sub
{
    public partial class Outer<T>
    {
        public partial struct Middle
        {
            [IoctlGroup('n')]
            internal static partial class @class
            {
                [Ioctl(IoctlMacro.IO, 1, Name = "NEST_VOID")]
                internal static partial void @void(int @int, int @event);
            }
        }
    }

    internal partial interface IHolder
    {
        [KernelStruct("nest_keyword")]
        public partial struct @struct
        {
            public uint @fixed;
            public uint @base;
        }
    }

    internal static partial class Holder
    {
        [KernelConstants("NEST_")]
        internal enum Kind
        {
            One = 1,
        }

        [KernelStruct("nest_private")]
        private partial struct Hidden
        {
            public byte First;
            public Kind Kind;
        }

        [IoctlGroup('p')]
        private static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 2, Name = "NEST_PRIVATE")]
            private static partial void Set(int fd, in Hidden hidden);
        }
    }
}

[IoctlGroup('g')]
internal static partial class InNoNamespace
{
    [Ioctl(IoctlMacro.IOW, 3, Name = "NEST_KEYWORD")]
    internal static partial void Set(int fd, in Demo.@namespace.Sub.IHolder.@struct @params);
}
