using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Borders;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>What runs read and made: data sets and models.</summary>
internal sealed class InputStore(TrackingTable table, RunStore runs, DatasetTexts texts)
{
    private const int MaxSummaries = 1000;
    private const int MaxBytes = 250_000;

    /// <summary>Logs what an active run read. A data set that it has read already stays as it was.</summary>
    public async Task LogInputsAsync(
        string runId, IReadOnlyList<DatasetUse> datasets, IReadOnlyList<string> modelIds, CancellationToken cancellationToken)
    {
        var run = await runs.RequireActiveAsync(runId, cancellationToken);
        var distinct = datasets.DistinctBy(dataset => (dataset.Name, dataset.Digest));
        await Many.ForEachAsync(distinct, (dataset, token) => PutDatasetAsync(run, dataset, token), cancellationToken);
        var models = modelIds.Distinct().Select(id => new ModelInputItem { RunId = runId, ModelId = id });
        await table.Client.BatchAsync([.. models.Select(table.ModelInputs.Put)], cancellationToken);
    }

    /// <summary>Logs what an active run made.</summary>
    public async Task LogOutputsAsync(string runId, IReadOnlyList<OutputModel> models, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        var distinct = models.GroupBy(model => model.ModelId).Select(same => same.Last());
        var items = distinct.Select(model => new ModelOutputItem { RunId = runId, ModelId = model.ModelId, Step = model.Step });
        await table.Client.BatchAsync([.. items.Select(table.ModelOutputs.Put)], cancellationToken);
    }

    /// <summary>The data sets that runs of some experiments read.</summary>
    public async Task<IReadOnlyList<DatasetSummaryItem>> SummariesAsync(
        IReadOnlyList<string> experimentIds, CancellationToken cancellationToken)
    {
        var summaries = new List<DatasetSummaryItem>();
        foreach (var id in experimentIds.Distinct().Where(ExperimentIds.IsValid))
        {
            await foreach (var item in table.DatasetSummaries.Query(DatasetSummaryItem.Partition(id)).WithCancellation(cancellationToken))
            {
                if (summaries.Count == MaxSummaries) return summaries;
                summaries.Add(item);
            }
        }

        return summaries;
    }

    private async ValueTask PutDatasetAsync(RunItem run, DatasetUse dataset, CancellationToken cancellationToken)
    {
        var item = new DatasetInputItem
        {
            RunId = run.RunId,
            DatasetId = DigestOf(dataset.Name, dataset.Digest),
            DatasetName = dataset.Name,
            Digest = dataset.Digest,
            SourceType = dataset.SourceType,
            Source = dataset.Source,
            Schema = dataset.Schema,
            Profile = dataset.Profile,
            Tags = dataset.Tags.DistinctByLast().ToDictionary(tag => tag.Name, tag => tag.Value),
        };
        RequireStorable(item);
        var (own, pieces) = DatasetTexts.Split(item);
        await texts.PutAsync(pieces, cancellationToken);
        try
        {
            await table.DatasetInputs.Put(own).If(d => d.DatasetName.NotExists()).ReturnItemOnFailure().ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException e)
        {
            // It was logged before, or by a first attempt of this put whose answer was lost. Then the pieces are its own.
            var logged = DatasetInputItem.FromAttributeMap(e.Item);
            if (logged.TextId != own.TextId) await texts.DeleteAsync(pieces, cancellationToken);
            item = logged;
        }

        await PutSummaryAsync(run.ExperimentId, dataset, item.Tags.GetValueOrDefault(DatasetUse.ContextTag), cancellationToken);
    }

    private async Task PutSummaryAsync(string experimentId, DatasetUse dataset, string? context, CancellationToken cancellationToken)
    {
        var item = new DatasetSummaryItem
        {
            ExperimentId = experimentId,
            SummaryId = DigestOf(dataset.Name, dataset.Digest, context),
            DatasetName = dataset.Name,
            Digest = dataset.Digest,
            Context = context,
        };
        // A read is cheap and nearly always finds it: only the first run that reads a data set writes to the experiment's partition.
        var key = DatasetSummaryItem.Key(experimentId, item.SummaryId);
        if (await table.DatasetSummaries.GetAsync(key, cancellationToken: cancellationToken) is not null) return;
        await table.DatasetSummaries.PutAsync(item, cancellationToken);
    }

    private static void RequireStorable(DatasetInputItem item)
    {
        // Schema and profile move into items of their own; the rest has to fit into one.
        var tags = item.Tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value));
        var bytes = Encoding.UTF8.GetByteCount(item.Source) + tags;
        if (bytes > MaxBytes) throw new TrackingException(new TrackingError.DatasetTooLarge(item.DatasetName, bytes, MaxBytes));
    }

    private static string DigestOf(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
