using System.Runtime.InteropServices;

namespace TrackingStore.Artifacts;

/// <summary>
/// Distinguishes files from pipes, sockets and devices, on which a read may never end. .NET does not; this asks Linux, and no other system.
/// </summary>
internal static class FileKind
{
    private const int CurrentFolder = -100;
    private const int FollowNoLink = 0x100;
    private const uint TypeOnly = 1;
    private const int AnswerSize = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;

    /// <summary>Whether a path is that of a regular file. Also if it cannot be told: then it turns out when the file is opened.</summary>
    public static bool IsRegularFile(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        var answer = new byte[AnswerSize];
        try
        {
            if (StatX(CurrentFolder, path, FollowNoLink, TypeOnly, answer) != 0) return true;
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }

        return (BitConverter.ToUInt16(answer, ModeOffset) & TypeMask) == RegularType;
    }

    // Unlike that of stat, the answer of statx has the same layout on all processors.
    [DllImport("libc", EntryPoint = "statx")]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [In, Out] byte[] answer);
}
