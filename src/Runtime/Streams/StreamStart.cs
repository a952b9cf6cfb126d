namespace DynamoToolkit.Streams;

/// <summary>Where a consumer begins when it runs for the first time. Later it continues where it was.</summary>
public enum StreamStart
{
    /// <summary>With the oldest change that the stream still has, up to 24 hours ago.</summary>
    Oldest,

    /// <summary>
    /// With the changes from the first start on. The stream's records of up to 24 hours before are read and left out, and the few of the
    /// last seconds are not, because records have only a rounded time.
    /// </summary>
    Now,
}
