using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// What the engine does to the disk. Tests replace it by a disk that fails. Every failure is an <see cref="IOException"/>.
/// </summary>
internal class Disk
{
    /// <summary>The real disk.</summary>
    public static readonly Disk Real = new();

    /// <summary>Opens a file for writing. It can be renamed and read meanwhile.</summary>
    public virtual SafeFileHandle Open(string path, FileMode mode) =>
        Try(path, () => File.OpenHandle(path, mode, FileAccess.Write, FileShare.Read | FileShare.Delete));

    /// <summary>Writes bytes at an offset.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(file, bytes, offset);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Sets the length of a file.</summary>
    public virtual void SetLength(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    /// <summary>Forces a file to the disk.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Forces a directory to the disk: the names of its files.</summary>
    public virtual void FlushFolder(string path) => DirectorySync.Flush(path);

    /// <summary>Renames a file. Replaces a file that has the new name.</summary>
    public virtual void Move(string from, string to) => Try(from, () =>
    {
        File.Move(from, to, overwrite: true);
        return true;
    });

    /// <summary>Deletes a file, if it exists.</summary>
    public virtual void Delete(string path) => Try(path, () =>
    {
        File.Delete(path);
        return true;
    });

    // A file beyond the size that the user may write is an argument exception, and a file system that has become read-only denies access.
    private static bool IsRefusal(Exception exception) => exception is UnauthorizedAccessException or ArgumentException;

    private static T Try<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path}: {exception.Message}", exception);
        }
    }
}
