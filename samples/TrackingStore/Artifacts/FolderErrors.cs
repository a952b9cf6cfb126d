namespace TrackingStore.Artifacts;

/// <summary>Errors of deleting a folder, and of writing into one that others delete.</summary>
internal static class FolderErrors
{
    private const int ExistsOnUnix = 17;
    private const int NotFolderOnUnix = 20;
    private const int FolderOnUnix = 21;
    private const int NotEmptyOnLinux = 39;
    private const int NotEmptyOnMacOs = 66;
    private const int NotEmptyOnWindows = unchecked((int)0x80070091);

    /// <summary>
    /// Whether others delete in the folder or write into it at the same time: something in it was missing, a file was a folder by then or a
    /// folder a file, or the folder was not empty in the end. Whoever tries again may succeed. .NET has a type of error for the first only;
    /// the others have the number of the system's error.
    /// </summary>
    public static bool IsOfOthers(IOException error) => IsOfMissing(error)
        || error.HResult is NotFolderOnUnix or FolderOnUnix or NotEmptyOnLinux or NotEmptyOnMacOs or NotEmptyOnWindows;

    /// <summary>
    /// Whether others deleted a folder while a file was moved into it: a part of the path was missing, or of the other kind. Creating the
    /// folder can also fail with "exists": the system found it, and it was gone when .NET looked whether it is a folder.
    /// </summary>
    public static bool IsOfDeleters(Exception error) =>
        IsOfMissing(error) || (error is IOException && error.HResult is ExistsOnUnix or NotFolderOnUnix or FolderOnUnix);

    private static bool IsOfMissing(Exception error) => error is DirectoryNotFoundException or FileNotFoundException;
}
