using System;
using System.Collections.Generic;
using System.Net;
using DynamoToolkit;

namespace Corpus.Devices;

/// <summary>The desired and the reported state of a device.</summary>
[DynamoTable("device-shadows")]
public sealed partial class DeviceShadow
{
    [PartitionKey]
    public required string SerialNumber { get; init; }

    public DeviceState Desired { get; set; } = new();

    public DeviceState Reported { get; set; } = new();

    public IPAddress? LastAddress { get; set; }

    public Version? Firmware { get; set; }

    [ConcurrencyToken]
    public string? Token { get; set; }

    [UpdatedAt]
    public DateTimeOffset SeenAt { get; init; }
}

[DynamoMap]
public sealed partial class DeviceState
{
    public bool IsOn { get; set; }

    public int Brightness { get; set; }

    public Dictionary<string, Schedule> Schedules { get; set; } = [];
}

[DynamoMap]
public partial record struct Schedule(TimeOnly From, TimeOnly To)
{
    public List<DayOfWeek> Days { get; set; } = [];
}
