using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The file of the <see cref="Head"/>. It has two places, which are written in turns, so that a failure of the machine during a write
/// leaves the other. It is written after the log and is not forced to the disk, so it costs no second flush.
/// </summary>
internal sealed class HeadFile : IDisposable
{
    // Each place is in its own sector.
    private const int PlaceBytes = 512;
    private const int Places = 2;
    private readonly Disk disk;
    private readonly SafeFileHandle handle;
    private long sequence;

    private HeadFile(Disk disk, SafeFileHandle handle)
    {
        this.disk = disk;
        this.handle = handle;
    }

    /// <summary>Creates the file of a folder, or replaces it. It appears complete or not at all.</summary>
    public static HeadFile Create(DataFolder folder, Head head)
    {
        var file = new HeadFile(folder.Disk, folder.Disk.Open(folder.UnfinishedHead, FileMode.Create));
        try
        {
            for (var i = 0; i < Places; i++)
                file.Write(head);
            folder.Disk.Flush(file.handle);
            folder.Disk.Move(folder.UnfinishedHead, folder.Head);
            folder.Flush();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file of a folder, and writes a head. Takes no space on the disk.</summary>
    public static HeadFile Open(DataFolder folder, Head head)
    {
        Read(folder, out var sequence);
        var file = new HeadFile(folder.Disk, folder.Disk.Open(folder.Head, FileMode.Open)) { sequence = sequence };
        try
        {
            file.Write(head);
            folder.Disk.Flush(file.handle);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the file of a folder.</summary>
    /// <returns>The head; null if the file does not exist or is damaged.</returns>
    public static Head? Read(DataFolder folder) => Read(folder, out _);

    /// <summary>Writes a head. It survives the process from here on.</summary>
    public void Write(Head head)
    {
        Span<byte> bytes = stackalloc byte[Head.Length];
        head.Write(bytes, ++sequence);
        disk.Write(handle, bytes, sequence % Places * PlaceBytes);
    }

    public void Dispose() => handle.Dispose();

    private static Head? Read(DataFolder folder, out long sequence)
    {
        sequence = 0;
        if (!File.Exists(folder.Head))
            return null;

        ReadOnlySpan<byte> bytes = ReadAll(folder.Head);
        Head? latest = null;
        for (var place = 0; place < Places && bytes.Length >= place * PlaceBytes; place++)
        {
            if (Head.TryRead(bytes[(place * PlaceBytes)..], out var head, out var number) && number > sequence)
                (latest, sequence) = (head, number);
        }

        return latest;
    }

    // Another process may have the file open.
    private static byte[] ReadAll(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
