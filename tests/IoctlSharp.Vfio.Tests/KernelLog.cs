using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

namespace IoctlSharp.Vfio.Tests;

/// <summary>The guest's kernel log.</summary>
internal static class KernelLog
{
    private const int ReadAllAction = 3;

    public static string ReadAll()
    {
        byte[] text = new byte[1 << 20];
        int length = Klogctl(ReadAllAction, text, text.Length);
        return length >= 0 ? Encoding.UTF8.GetString(text, 0, length) : throw new IOException("The kernel's log cannot be read.");
    }

    /// <summary>Whether a line with these texts appears, now or within some seconds: faults are reported by an interrupt.</summary>
    public static bool SoonHas(params string[] texts)
    {
        for (int i = 0; i < 100; i++)
        {
            foreach (string line in ReadAll().Split('\n'))
            {
                if (Array.TrueForAll(texts, text => line.Contains(text, StringComparison.Ordinal)))
                    return true;
            }

            Thread.Sleep(100);
        }

        return false;
    }

    [DllImport("libc", EntryPoint = "klogctl")]
    private static extern int Klogctl(int action, byte[] text, int length);
}
