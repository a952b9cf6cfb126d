using DynamoToolkit.Local.Durability;
using Microsoft.Win32.SafeHandles;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>
/// A disk that becomes full, or that stops after a number of bytes and steps, as if the process had been killed there. It flushes nothing:
/// what a process wrote survives it anyway.
/// </summary>
internal sealed class FailingDisk : Disk
{
    private long left = long.MaxValue;

    /// <summary>Whether the disk takes no more bytes.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether no file can be created.</summary>
    public bool FailsCreation { get; set; }

    /// <summary>Whether flushes fail.</summary>
    public bool FailsFlushes { get; set; }

    /// <summary>The number of steps so far: each byte written is one, and so is every other operation.</summary>
    public long Steps { get; private set; }

    /// <summary>The number of steps after which everything fails.</summary>
    public long StepsLeft
    {
        set => left = value;
    }

    public override SafeFileHandle Open(string path, FileMode mode)
    {
        Step();
        if (FailsCreation && mode == FileMode.Create)
            throw new IOException("The test's disk takes no more files.");
        return base.Open(path, mode);
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        lock (this)
        {
            // A write that does not fit is made in part.
            var fit = IsFull ? bytes.Length / 2 : (int)Math.Min(left, bytes.Length);
            base.Write(file, bytes[..fit], offset);
            Steps += fit;
            left -= fit;
            if (fit < bytes.Length)
                throw new IOException("No space left on the test's disk.");
        }
    }

    public override void SetLength(SafeFileHandle file, long length)
    {
        Step();
        base.SetLength(file, length);
    }

    public override void Flush(SafeFileHandle file)
    {
        Step();
        if (FailsFlushes)
            throw new IOException("The test's disk cannot flush.");
    }

    public override void FlushFolder(string path) => Step();

    public override void Move(string from, string to)
    {
        Step();
        base.Move(from, to);
    }

    public override void Delete(string path)
    {
        Step();
        base.Delete(path);
    }

    private void Step()
    {
        lock (this)
        {
            if (left <= 0)
                throw new IOException("The test's disk is gone.");
            Steps++;
            left--;
        }
    }
}
