using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_arrays")]
    public unsafe partial struct Arrays
    {
        [CString] private fixed byte _name[16];
        private fixed uint _table[4];
        public fixed sbyte Open[8];
        [Reserved] private fixed byte _reserved[8];
        internal fixed ushort _inner[2];
    }
}
