using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Durability;

/// <summary>A file to which records are appended.</summary>
internal sealed class RecordFile : IDisposable
{
    // More than a file system keeps free in the last block of a file.
    private const int ProbeBytes = 1 << 16;

    private readonly Disk disk;
    private readonly SafeFileHandle handle;

    private RecordFile(Disk disk, SafeFileHandle handle, long length)
    {
        this.disk = disk;
        this.handle = handle;
        Length = length;
    }

    /// <summary>The length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Creates a file. Replaces an existing one.</summary>
    public static RecordFile Create(Disk disk, string path)
    {
        var file = new RecordFile(disk, disk.Open(path, FileMode.Create), 0);
        try
        {
            file.Append(RecordFormat.FileMark);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file, and cuts it to the given length of whole records.</summary>
    public static RecordFile Open(Disk disk, string path, long whole)
    {
        var file = new RecordFile(disk, disk.Open(path, FileMode.Open), whole);
        try
        {
            file.CutBack();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends bytes. They survive the process from here on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        disk.Write(handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Cuts the file to a length that it had.</summary>
    public void CutTo(long length)
    {
        Length = length;
        CutBack();
    }

    /// <summary>Checks whether the disk takes bytes again, and removes them. To a reader, their zeros are no record.</summary>
    /// <exception cref="IOException">The disk takes none.</exception>
    public void Probe()
    {
        try
        {
            disk.Write(handle, new byte[ProbeBytes], Length);
            disk.Flush(handle);
        }
        finally
        {
            CutBack();
        }
    }

    /// <summary>Forces everything to the disk. It survives a failure of the machine from here on.</summary>
    public void Flush() => disk.Flush(handle);

    public void Dispose() => handle.Dispose();

    private void CutBack() => disk.SetLength(handle, Length);
}
