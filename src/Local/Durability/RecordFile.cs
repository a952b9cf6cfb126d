using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Durability;

/// <summary>A file to which records are appended.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly SafeFileHandle handle;

    private RecordFile(string path, SafeFileHandle handle, long length)
    {
        Path = path;
        this.handle = handle;
        Length = length;
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Creates a file. Replaces an existing one.</summary>
    public static RecordFile Create(string path)
    {
        var file = new RecordFile(path, File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read), 0);
        file.Append(RecordFormat.FileMark);
        return file;
    }

    /// <summary>Opens a file, and cuts it to the given length of whole records.</summary>
    public static RecordFile Open(string path, long whole)
    {
        if (whole < RecordFormat.FileMark.Length)
            return Create(path);

        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        RandomAccess.SetLength(handle, whole);
        return new RecordFile(path, handle, whole);
    }

    /// <summary>Appends bytes. They survive the process from here on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Removes the remains of a failed append.</summary>
    public void CutBack() => RandomAccess.SetLength(handle, Length);

    /// <summary>Forces everything to the disk. It survives a failure of the machine from here on.</summary>
    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
