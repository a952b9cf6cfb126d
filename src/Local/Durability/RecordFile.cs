using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Durability;

/// <summary>A file that records are appended to.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly SafeFileHandle handle;

    private RecordFile(string path, SafeFileHandle handle, long length)
    {
        Path = path;
        this.handle = handle;
        Length = length;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How long it is.</summary>
    public long Length { get; private set; }

    /// <summary>Makes a new file, in place of one that may be there.</summary>
    public static RecordFile Create(string path)
    {
        var file = new RecordFile(path, File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read), 0);
        file.Append(RecordFormat.FileMark);
        return file;
    }

    /// <summary>Opens a file, and cuts off what is behind the part that is whole.</summary>
    public static RecordFile Open(string path, long whole)
    {
        if (whole < RecordFormat.FileMark.Length)
            return Create(path);

        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        RandomAccess.SetLength(handle, whole);
        return new RecordFile(path, handle, whole);
    }

    /// <summary>Appends bytes; they survive the process from here on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Cuts the file back to what is there of it by its own account, after an append that failed halfway.</summary>
    public void CutBack() => RandomAccess.SetLength(handle, Length);

    /// <summary>Forces everything to the disk; it survives the machine from here on.</summary>
    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
