namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Restores the content of a folder: the newest snapshot, then the logs since. Acknowledged writes that are missing or damaged are an
/// error, or a loss if the folder must open anyway. Then the content is that before the first damaged record of the logs.
/// </summary>
internal sealed class Recovery
{
    private readonly DataFolder folder;
    private readonly bool salvages;
    private readonly List<string> losses = [];

    private Recovery(DataFolder folder, bool salvages)
    {
        this.folder = folder;
        this.salvages = salvages;
        Content = new RecoveredContent();
    }

    /// <summary>The content.</summary>
    public RecoveredContent Content { get; }

    /// <summary>The generation of the snapshot and of the first log since; 0 if there is no snapshot.</summary>
    public long FirstGeneration { get; private set; }

    /// <summary>The generation of the last log.</summary>
    public long Generation { get; private set; }

    /// <summary>The length of the intact records in that log; 0 if the folder is new.</summary>
    public long LogLength { get; private set; }

    /// <summary>The length of the snapshot in bytes.</summary>
    public long SnapshotLength { get; private set; }

    /// <summary>The bytes at the end of the last log that belong to no acknowledged write.</summary>
    public long DroppedBytes { get; private set; }

    /// <summary>What is damaged or missing.</summary>
    public IReadOnlyList<string> Losses => losses;

    /// <summary>Reads a folder. Changes nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="salvages">Whether to read what is left if acknowledged writes are damaged or missing.</param>
    /// <exception cref="LocalDataException">Acknowledged writes are damaged or missing.</exception>
    public static Recovery Run(DataFolder folder, bool salvages)
    {
        var recovery = new Recovery(folder, salvages);
        recovery.Read();
        return recovery;
    }

    private void Read()
    {
        // The head comes first: the log only grows meanwhile, if another process has the folder open.
        var head = HeadFile.Read(folder);
        var snapshots = folder.Snapshots();
        var logs = folder.Logs();
        if (snapshots.Count == 0 && logs.Count == 0 && (head?.Written ?? 0) == 0)
            return;

        if (head is null)
            Lose($"The data file {folder.Head} is missing or damaged, so acknowledged writes may be missing.");
        var first = snapshots.Count > 0 ? snapshots[^1] : 0;
        if (snapshots.Count > 0)
            ReadSnapshot(first);
        else if (logs.Count > 0 && logs[0] > 0)
            first = LoseSnapshot(logs[0]);

        var last = Math.Max(head?.Generation ?? 0, logs.LastOrDefault(first));
        FirstGeneration = Generation = first;
        for (var generation = first; generation <= last; generation++)
        {
            if (ReadLog(generation, head, isLast: generation == last))
                continue;
            if (losses.Count == 0)
                break;
            losses.AddRange(logs.Where(later => later > generation).Select(later => $"The data file {folder.Log(later)} was not read."));
            Generation = last;
            break;
        }

        if (losses.Count == 0 && head?.Generation > Generation)
            Lose($"The data file {folder.Log(Generation + 1)} does not continue {folder.Log(Generation)}.");
        if (Content.SkippedChanges > 0)
            losses.Add($"The logs have {Content.SkippedChanges} changes of tables or streams that are missing.");
    }

    private void ReadSnapshot(long generation)
    {
        var path = folder.Snapshot(generation);

        // If the first ones are damaged, those at the end serve.
        if (salvages)
            RecordReader.ReadAll(path, Content.ApplyFragments, skipDamaged: true);
        var isComplete = false;
        var scan = RecordReader.ReadAll(
            path,
            payload =>
            {
                isComplete = payload.IsEmpty;
                Content.Apply(payload);
            },
            skipDamaged: salvages);
        SnapshotLength = scan.Length;
        if (scan.Problem is null && isComplete)
            return;

        Lose(Damaged(path, scan.Whole, scan.Problem ?? "its end is missing", $"{scan.Unread} bytes were not read"), scan.Reason);
        Content.IsIncomplete = true;
    }

    private long LoseSnapshot(long generation)
    {
        Lose($"The data file {folder.Snapshot(generation)} is missing.");
        Content.IsIncomplete = true;
        return generation;
    }

    // Returns whether the next log continues this one.
    private bool ReadLog(long generation, Head? head, bool isLast)
    {
        var path = folder.Log(generation);
        if (!File.Exists(path))
        {
            Lose($"The data file {path} is missing.");
            return false;
        }

        var beginning = default(LogBeginning?);
        var scan = RecordReader.ReadAll(path, payload =>
        {
            if (beginning is not null)
                Content.Apply(payload);
            else if ((beginning = LogBeginning.Read(payload)).Value.Generation != generation)
                throw new InvalidDataException($"it is the log of generation {beginning.Value.Generation}");
        });

        var required = head is { } known && known.Generation == generation ? known.RequiredOn(BootId.Current) : 0;
        var next = isLast ? null : ReadBeginning(generation + 1);
        required = Math.Max(required, next?.PreviousLength ?? 0);
        if (scan.Reason is not null || beginning is null || scan.Whole < required)
        {
            var problem = scan.Problem ?? "it ends there";
            Lose(Damaged(path, scan.Whole, problem, $"acknowledged writes end at offset {Math.Max(required, scan.Whole)}"), scan.Reason);
            return false;
        }

        (Generation, LogLength, DroppedBytes) = (generation, scan.Whole, scan.Unread);

        // A process that could not begin the next log went on with this one.
        return next is null || next.Value.PreviousLength == scan.Whole;
    }

    private LogBeginning? ReadBeginning(long generation) =>
        File.Exists(folder.Log(generation)) && RecordReader.ReadFirst(folder.Log(generation)) is { IsEmpty: false } payload
            ? LogBeginning.Read(payload)
            : null;

    private void Lose(string loss, Exception? reason = null)
    {
        if (!salvages)
        {
            throw new LocalDataException(
                loss + " Nothing was changed. Restore the folder from a backup, or open it with LocalDynamoOptions.Recover "
                + "(dynamo-local --recover), which keeps what is left and reports what is lost.",
                reason);
        }

        losses.Add(loss);
    }

    private static string Damaged(string path, long offset, string problem, string extent) =>
        $"The data file {path} is damaged at offset {offset}: {problem}, and {extent}.";
}
