namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Identifies the time since the machine was started. What a process wrote without a flush survives the process, but not the machine.
/// </summary>
internal static class BootId
{
    private const string LinuxPath = "/proc/sys/kernel/random/boot_id";

    /// <summary>The current id; empty if the system has none.</summary>
    public static readonly Guid Current = Read();

    private static Guid Read()
    {
        try
        {
            return File.Exists(LinuxPath) && Guid.TryParse(File.ReadAllText(LinuxPath), out var id) ? id : Guid.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A sandbox may hide the file. Then only what was forced to the disk is required.
            return Guid.Empty;
        }
    }
}
