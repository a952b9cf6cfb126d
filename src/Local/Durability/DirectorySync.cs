using System.Runtime.InteropServices;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Forces a directory to the disk. Without this, a file just created or renamed can be lost when the machine fails. .NET cannot open
/// directories, and Windows does not need this.
/// </summary>
internal static class DirectorySync
{
    private const int ReadOnly = 0;

    /// <summary>Forces a directory to the disk.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The directory {path} cannot be opened (error {Marshal.GetLastPInvokeError()}).");

        try
        {
            if (Synchronize(descriptor) != 0)
                throw new IOException($"The directory {path} cannot be forced to the disk (error {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
