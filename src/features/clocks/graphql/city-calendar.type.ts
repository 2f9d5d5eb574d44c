import { Field, Int, ObjectType } from 'type-graphql';

/** Declares the city's working calendar. */
@ObjectType('CityCalendar', {
  description: '本市工作日历：节假日、调休与办公时间。The city’s working calendar: days of rest, make-up days, hours of work.',
})
export class CityCalendarType {
  @Field(() => [Int], {
    description:
      '节假日安排已知的年份，升序；涉及其他年份的计算会被拒绝（DATE_INVALID）。The years whose holidays are known, rising; a count that comes to any other year is refused with DATE_INVALID.',
  })
  knownYears!: readonly number[];
}
