using Coordination.Contracts.Events;

namespace Coordination.Intake.Indicators;

/// <summary>One reading: a value, when and how it was taken. There is no room in it for anything about a person.</summary>
internal sealed class IndicatorReading
{
    private IndicatorReading() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IndicatorId { get; private set; }
    public double Value { get; private set; }
    public DateTimeOffset TakenAt { get; private set; }
    public ReadingMethod Method { get; private set; }
    public ReadingConfidence Confidence { get; private set; }

    public static IndicatorReading Of(Guid id, WarningIndicator indicator, double value, DateTimeOffset at, ReadingMethod method) => new()
    {
        Id = id, ExerciseId = indicator.ExerciseId, IndicatorId = indicator.Id, Value = value, TakenAt = at, Method = method,
        Confidence = method == ReadingMethod.Manual ? ReadingConfidence.Low : ReadingConfidence.Normal,
    };
}
