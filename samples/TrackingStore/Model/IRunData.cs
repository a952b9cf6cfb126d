namespace TrackingStore.Model;

/// <summary>An item of what was logged to a run. One query reads those of all types.</summary>
internal interface IRunData
{
    /// <summary>The run.</summary>
    string RunId { get; }

    /// <summary>What was logged, whatever the item's type.</summary>
    RunDataItem ToData();
}
