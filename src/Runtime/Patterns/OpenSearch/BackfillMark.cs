using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// The mark that says whether OpenSearch has the documents of all items. It is in the table, beside those of trigram indexes: a handler
/// keeps the index, and a backfill has worked through the table since then. Without it, a search would miss the items from before the
/// handler, and nobody would notice.
/// </summary>
/// <remarks>
/// Changes pass by an index if another consumer begins, if the consumer loses some, or if a handler writes to another place (another
/// address, another name, other fields) or to none. Each of these changes the mark, so that no backfill from before counts. An index that
/// was deleted and created again has another id, so no backfill of the former one counts.
/// </remarks>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="connection">The connection.</param>
/// <param name="table">The table.</param>
/// <param name="model">What the documents have.</param>
internal sealed class BackfillMark<T>(OpenSearchConnection connection, DynamoTable<T> table, DocumentModel model)
    where T : ITrigramItem<T>
{
    private const string KeyPrefix = "OPENSEARCH#";
    private const char Separator = ' ';

    /// <summary>How long searches rely on what one of them found out.</summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(10);

    private readonly MarkWrites<T> marks = new(table.Handle);
    private volatile Finding? latest;

    // A handler that has begun, so that a mark that it finds missing is written.
    private UpkeepStart? start;

    private static string TypeName => T.Model.ItemType.Name;

    /// <summary>Notes that a handler gets all changes from now on.</summary>
    public Task BeginAsync(UpkeepStart begun, string name, CancellationToken cancellationToken)
    {
        start = begun;
        return KeepAsync(name, cancellationToken);
    }

    /// <summary>
    /// Notes where documents were written to, if the mark says something else. It comes after the write: if the mark is still right then,
    /// each backfill that counts begins later, and finds the item as it was written or newer.
    /// </summary>
    public Task KeepAsync(string name, CancellationToken cancellationToken) =>
        marks.KeepAsync(KeyOf(name), start, TargetOf(name), cancellationToken);

    /// <summary>Notes that changes have passed by the handler.</summary>
    public async Task MissAsync(string name, CancellationToken cancellationToken)
    {
        await marks.MissAsync(KeyOf(name), cancellationToken).ConfigureAwait(false);
        latest = null;
    }

    /// <summary>Notes that a backfill begins.</summary>
    /// <returns>What <see cref="EndAsync"/> compares: which upkeep it is, and which index.</returns>
    public async Task<string> BeginBackfillAsync(string name, CancellationToken cancellationToken)
    {
        // A handler that writes elsewhere sets it back with its next change, and then this backfill does not count.
        await marks.KeepAsync(KeyOf(name), start: null, TargetOf(name), cancellationToken).ConfigureAwait(false);
        var mark = await marks.ReadAsync(KeyOf(name), cancellationToken).ConfigureAwait(false);
        var id = await IdAsync(name, (path, read) => connection.SendAsync(
            HttpMethod.Get, path, default, connection.Options.WriteTimeout, read, cancellationToken)).ConfigureAwait(false);
        return $"{mark?.Upkeep}{Separator}{id}";
    }

    /// <summary>Notes that a backfill has worked through its part of the table.</summary>
    /// <returns>Whether the index is complete now.</returns>
    public async Task<bool> EndAsync(string name, string run, SweepOptions options, CancellationToken cancellationToken)
    {
        latest = null;
        var now = await BeginBackfillAsync(name, cancellationToken).ConfigureAwait(false);
        var upkeep = now[..now.IndexOf(Separator, StringComparison.Ordinal)];
        return now == run && upkeep.Length > 0
            && await marks.TryNoteAsync(KeyOf(name), upkeep, UpkeepMark<T>.DoneName(options), run, cancellationToken).ConfigureAwait(false)
            && (await marks.ReadAsync(KeyOf(name), cancellationToken).ConfigureAwait(false))?.IsDone(run[upkeep.Length..]) == true;
    }

    /// <summary>Forgets what was found out, because the index may be another one.</summary>
    public void Forget() => latest = null;

    /// <summary>Checks that OpenSearch has the documents of all items.</summary>
    /// <exception cref="OpenSearchException">It may not have them, or OpenSearch did not answer.</exception>
    public async Task RequireAsync(string name, SearchPatience patience, CancellationToken cancellationToken)
    {
        // The search itself says that there is no endpoint.
        if (connection.Options.Endpoint is null)
            return;
        var target = TargetOf(name);
        var known = latest;
        if (known is null || known.Target != target || connection.Time.GetElapsedTime(known.At) >= KnownFor)
        {
            var now = connection.Time.GetTimestamp();
            var problem = await FindProblemAsync(name, target, patience, cancellationToken).ConfigureAwait(false);
            latest = known = new Finding(target, now, problem);
        }

        if (known.Problem is not null)
            throw new OpenSearchException(known.Problem, OpenSearchException.IncompleteIndex);
    }

    private async Task<string?> FindProblemAsync(
        string name, string target, SearchPatience patience, CancellationToken cancellationToken)
    {
        var mark = await marks.ReadAsync(KeyOf(name), cancellationToken).ConfigureAwait(false);
        if (mark?.Upkeep is null)
        {
            return $"No handler has begun to keep the index '{name}' of {TypeName}: run a consumer of the stream with "
                + $"AddOpenSearch<{TypeName}>(), and then BackfillAsync until its Next is null.";
        }

        if (mark.Target != target)
        {
            return $"The index '{name}' of {TypeName} is kept at another address, or with other members, than those of this program. Run "
                + "the same version with the same options everywhere, and then BackfillAsync until its Next is null.";
        }

        var id = await IdAsync(name, (path, read) => patience.SendAsync(HttpMethod.Get, path, default, read, cancellationToken))
            .ConfigureAwait(false);
        return mark.IsDone($"{Separator}{id}")
            ? null
            : $"No backfill has filled the index '{name}' of {TypeName} since the consumer '{mark.Consumer}' began to keep it or missed "
                + "changes, or since it was created or changed. Call BackfillAsync until its Next is null.";
    }

    /// <summary>The id that OpenSearch has given the index; several if the name is an alias of several indexes.</summary>
    private static Task<string> IdAsync(string name, Func<string, Func<JsonElement, string>, Task<string>> sendAsync) =>
        sendAsync($"{name}/_settings", static answer => string.Join(',', answer.EnumerateObject()
            .Select(static index => index.Value.GetProperty("settings").GetProperty("index").GetProperty("uuid").GetString()
                ?? throw new FormatException("An index has no uuid."))
            .Order(StringComparer.Ordinal)));

    private static ItemKey<UpkeepMark<T>> KeyOf(string name) => UpkeepMark<T>.KeyOf(TypeName, KeyPrefix + name);

    /// <summary>Where documents are written to, and with which fields. Without an endpoint nowhere.</summary>
    private string TargetOf(string name)
    {
        if (connection.Options.Endpoint is not { } endpoint)
            return "none";
        var fields = string.Join('\n', model.Texts.Select(static text => $"text {text.Field}")
            .Concat(model.Scopes.Select(static scope => $"scope {scope.Field}")).Order(StringComparer.Ordinal));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{TextFold.Version}\n{fields}")).AsSpan(0, 8));
        return $"{endpoint.AbsoluteUri.TrimEnd('/')}/{name} {hash}";
    }

    /// <summary>What a search has found out.</summary>
    /// <param name="Target">About which index.</param>
    /// <param name="At">When.</param>
    /// <param name="Problem">Why it can't be searched; null if it can.</param>
    private sealed record Finding(string Target, long At, string? Problem);
}
